import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket as Socket } from 'ws';
import type { ClientMessage, Cursor, ServerMessage, StreamEntry } from './index.ts';

export const topic = 'topic:01900000-0000-7000-8000-000000000010';

/** A real WebSocket server that speaks the live protocol from lists in memory, and misbehaves on request. */
export async function liveServer(heartbeatMs = 10_000) {
  const history = new Map<string, StreamEntry[]>();
  const followed = new Map<Socket, Set<string>>();
  const faults = { mute: false, forgetful: false, epoch: 'e1' };
  const tickets: string[] = [];
  let pings = 0;
  const requests: Extract<ClientMessage, { type: 'subscribe' }>[] = [];
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((done) => server.once('listening', done));

  const send = (socket: Socket, message: ServerMessage): void => {
    if (!faults.mute) socket.send(JSON.stringify(message));
  };
  const entries = (stream: string): StreamEntry[] => history.get(stream) ?? [];
  const head = (stream: string): Cursor => ({ epoch: faults.epoch, seq: entries(stream).length });
  const follow = (socket: Socket, stream: string, cursor?: Cursor): void => {
    followed.get(socket)?.add(stream);
    const recovered = !faults.forgetful && cursor !== undefined && cursor.epoch === faults.epoch;
    send(socket, { type: 'subscribed', stream, cursor: recovered ? cursor : head(stream), recovered });
    if (recovered) for (const entry of entries(stream).slice(cursor.seq)) send(socket, entry);
  };
  const receive = (socket: Socket, message: ClientMessage): void => {
    if (message.type === 'hello') {
      tickets.push(message.ticket);
      send(socket, { type: 'ready', connectionId: 'c', heartbeatMs });
    } else if (message.type === 'subscribe') {
      requests.push(message);
      if (message.stream.startsWith('member')) send(socket, { type: 'refused', stream: message.stream, code: 'stream_refused' });
      else follow(socket, message.stream, message.cursor);
    } else if (message.type === 'unsubscribe') {
      followed.get(socket)?.delete(message.stream);
    } else {
      pings++;
      send(socket, { type: 'pong' });
    }
  };
  server.on('connection', (socket) => {
    followed.set(socket, new Set());
    socket.on('message', (data) => receive(socket, JSON.parse(String(data)) as ClientMessage));
    socket.on('close', () => followed.delete(socket));
  });

  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws`,
    faults,
    tickets,
    requests,
    pings: () => pings,
    /** When every client has read all that it was sent so far. */
    read: () => Promise.all([...followed.keys()].map((socket) => new Promise<void>((done) => { socket.once('pong', () => done()); socket.ping(); }))),
    sockets: () => [...followed.keys()],
    /** Adds an entry to a stream's history; unless `lost`, its followers get it. */
    add(stream: string, lost = false): StreamEntry {
      const seq = entries(stream).length + 1;
      const entry: StreamEntry = { type: 'entry', stream, epoch: faults.epoch, seq, name: 'post.created', time: '2026-11-21T12:00:00Z', data: { number: seq } };
      history.set(stream, [...entries(stream), entry]);
      if (!lost) for (const [socket, streams] of followed) if (streams.has(stream)) send(socket, entry);
      return entry;
    },
    sendAll: (message: ServerMessage) => followed.forEach((_, socket) => send(socket, message)),
    /** Cuts every connection as a killed process would. */
    drop: () => followed.forEach((_, socket) => socket.terminate()),
    close: () => new Promise<void>((done) => { followed.forEach((_, socket) => socket.terminate()); server.close(() => done()); }),
  };
}
