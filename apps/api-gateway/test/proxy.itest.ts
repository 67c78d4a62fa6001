import { createConnection } from 'node:net';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { standIn, startRig, type Rig, type StandIn } from './rig.ts';

let proxied: Rig;
let websocket: StandIn;
const plain: StandIn['behaviour']['answer'] = (_, response) => void response.setHeader('content-type', 'application/json').end('{"ok":true}');

beforeAll(async () => {
  websocket = await standIn();
  const dead = await standIn();
  await dead.stop();
  // No audit trail in this pod; the territory service is down.
  proxied = await startRig((url) => ({ deadlineMs: 400, upstreams: { auth: url, user: url, files: url, forum: url, notification: url, territory: dead.url, websocket: websocket.url } }));
});
afterAll(async () => {
  await proxied?.stop();
  await websocket?.stop();
});
beforeEach(() => {
  for (const one of [proxied.upstream, websocket]) {
    one.seen.length = 0;
    one.behaviour.answer = plain;
  }
});

describe('a service behind the door', () => {
  it('that is down is a clear 503', async () => {
    const answer = await proxied.ask('/api/v1/territory', { headers: { 'accept-language': 'da' } });
    expect([answer.status, answer.json.code, answer.headers['retry-after']]).toEqual([503, 'service_unavailable', '2']);
    expect(answer.json['title']).toBe('En del af platformen svarer ikke.');
    const absent = await proxied.ask('/api/v1/audit/checkpoint');
    expect([absent.status, absent.json.code]).toEqual([503, 'service_unavailable']);
  });

  it('that is down answers uploads too, without cutting the line', async () => {
    websocket.behaviour.answer = (_, response) => void response.socket!.destroy();
    const answer = await proxied.ask('/api/v1/realtime/tickets', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ a: 'x'.repeat(200_000) }) });
    expect([answer.status, answer.json.code]).toEqual([503, 'service_unavailable']);
    expect(websocket.seen).toHaveLength(1); // a POST is never repeated
  });

  it('that drops a connection is asked again when that can do no harm', async () => {
    let first = true;
    proxied.upstream.behaviour.answer = (incoming, response) => {
      if (first) response.socket!.destroy();
      else plain(incoming, response);
      first = false;
    };
    expect((await proxied.ask('/api/v1/topics')).status).toBe(200);
    expect(proxied.upstream.seen).toHaveLength(2);
  });

  it('that hangs is given up at the deadline', async () => {
    proxied.upstream.behaviour.answer = () => undefined;
    const answer = await proxied.ask('/api/v1/topics');
    expect([answer.status, answer.json.code]).toEqual([504, 'deadline_exceeded']);
    await vi.waitFor(() => expect(proxied.upstream.cutOff()).toBeGreaterThan(0), { timeout: 20_000 });
  });

  it('that crashes tells callers nothing of it', async () => {
    proxied.upstream.behaviour.answer = (_, response) => void response.writeHead(500, { 'content-type': 'text/plain' }).end('Error: at /srv/secret.ts:1');
    const answer = await proxied.ask('/api/v1/topics');
    expect([answer.status, answer.json.code]).toEqual([503, 'service_unavailable']);
    expect(answer.text).not.toContain('secret');
  });

  it('answers with its own problems', async () => {
    proxied.upstream.behaviour.answer = (_, response) => void response.writeHead(409, { 'content-type': 'application/problem+json' }).end('{"code":"handle_taken"}');
    const answer = await proxied.ask('/api/v1/topics');
    expect([answer.status, answer.json.code]).toEqual([409, 'handle_taken']);
  });
});

describe('bodies', () => {
  it('above 256 kB are refused by their declared length, before they are sent', async () => {
    const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: proxied.port, path: '/api/v1/realtime/tickets', method: 'POST', headers: { host: `dk.localhost:${proxied.port}`, 'content-length': 300_000 } }, (incoming) => {
        let text = '';
        incoming.on('data', (chunk: Buffer) => (text += chunk.toString())).on('end', () => {
          sent.destroy();
          resolve({ status: incoming.statusCode!, text });
        });
      });
      sent.on('error', reject);
      sent.write('x');
    });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'body_too_large', params: { maxKb: 256 } });
    expect(websocket.seen).toHaveLength(0);
  });

  it('without a length are cut off when too much has come', async () => {
    const answer = await new Promise<number>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: proxied.port, path: '/api/v1/realtime/tickets', method: 'POST', headers: { host: `dk.localhost:${proxied.port}`, 'transfer-encoding': 'chunked' } }, (incoming) => resolve(incoming.statusCode!));
      sent.on('error', reject);
      for (let n = 0; n < 6; n++) sent.write(Buffer.alloc(50_000, 120));
      sent.end();
    });
    expect(answer).toBe(413);
  });

  it('of exactly the limit pass in full', async () => {
    const body = 'x'.repeat(256 * 1024);
    expect((await proxied.ask('/api/v1/realtime/tickets', { method: 'POST', body })).status).toBe(200);
    expect(websocket.last().body).toHaveLength(256 * 1024);
  });
});

describe('streams', () => {
  it('reach the caller piece by piece', async () => {
    let more: () => void = () => undefined;
    proxied.upstream.behaviour.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('first');
      more = () => void response.end('second');
    };
    const pieces = await new Promise<string[]>((resolve, reject) => {
      const got: string[] = [];
      request({ host: '127.0.0.1', port: proxied.port, path: '/api/v1/topics', headers: { host: `dk.localhost:${proxied.port}` } }, (incoming) => {
        incoming.on('data', (chunk: Buffer) => {
          got.push(chunk.toString());
          if (got.length === 1) more(); // only what was passed on unbuffered can bring the rest about
        }).on('end', () => resolve(got));
      }).on('error', reject).end();
    });
    expect(pieces).toEqual(['first', 'second']);
  });

  it('wait for a slow reader instead of filling memory, and end upstream when the reader goes', async () => {
    let written = 0;
    proxied.upstream.behaviour.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      const chunk = Buffer.alloc(64 * 1024, 1);
      const push = (): void => {
        while (!response.destroyed && written < 200 * 1024 * 1024) {
          written += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', push);
        }
      };
      push();
    };
    const cut = proxied.upstream.cutOff();
    const socket = createConnection({ host: '127.0.0.1', port: proxied.port });
    socket.write(`GET /api/v1/topics HTTP/1.1\r\nhost: dk.localhost:${proxied.port}\r\n\r\n`);
    await new Promise((resolve) => socket.once('data', resolve));
    socket.pause();
    let before = -1;
    await vi.waitFor(() => {
      const moved = written !== before;
      before = written;
      expect(moved).toBe(false);
    }, { interval: 150, timeout: 20_000 });
    expect(written).toBeLessThan(40 * 1024 * 1024);
    socket.destroy();
    await vi.waitFor(() => expect(proxied.upstream.cutOff()).toBe(cut + 1), { timeout: 20_000 });
  });
});

describe('live connections', () => {
  it('are joined with the websocket service, for pages of ours only', async () => {
    const server = new WebSocketServer({ server: websocket.server });
    const told: unknown[] = [];
    server.on('connection', (socket, incoming) => {
      told.push(incoming.headers);
      socket.on('message', (data) => socket.send(`echo ${String(data)}`));
    });
    const url = `ws://127.0.0.1:${proxied.port}/ws`;
    const host = `dk.localhost:${proxied.port}`;
    const open = (headers: Record<string, string>, path = url) =>
      new Promise<WebSocket | number>((resolve) => {
        const socket = new WebSocket(path, { headers });
        socket.on('open', () => resolve(socket)).on('unexpected-response', (_, incoming) => resolve(incoming.statusCode!)).on('error', () => undefined);
      });
    const socket = (await open({ host, origin: `http://${host}`, cookie: '__Host-access=x', 'x-up-context': 'NO|1' })) as WebSocket;
    const answer = new Promise((resolve) => socket.once('message', (data) => resolve(String(data))));
    socket.send('hello');
    expect(await answer).toBe('echo hello');
    expect(told[0]).toMatchObject({ host, origin: `http://${host}`, 'x-up-context': expect.stringMatching(/^DK\|127\.0\.0\.1\|/) });
    expect(told[0]).not.toHaveProperty('cookie');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    server.clients.forEach((client) => client.terminate());
    await closed;
    expect(await open({ host, origin: 'https://evil.example' })).toBe(403);
    expect(await open({ host: 'xx.localhost' })).toBe(404);
    expect(await open({ host }, `ws://127.0.0.1:${proxied.port}/other`)).toBe(404);
    server.close();
  });
});

describe('raw bytes', () => {
  const url = '/api/v1/files/01900000-0000-7000-8000-000000000001/chunks/0';
  const chunk = (body: Buffer, type = 'application/octet-stream', headers: Record<string, string> = {}) => proxied.ask(url, { method: 'PUT', body, headers: { 'content-type': type, ...headers } });

  it('pass up to the limit of their route, for members alone', async () => {
    const { token } = await proxied.constellation.member('DK');
    const headers = { authorization: `Bearer ${token}` };
    expect((await chunk(Buffer.alloc(1024 * 1024, 120), undefined, headers)).status).toBe(200);
    expect(proxied.upstream.last().body).toHaveLength(1024 * 1024);
    const before = proxied.upstream.seen.length;
    expect((await chunk(Buffer.alloc(1024 * 1024 + 1), undefined, headers)).json).toMatchObject({ code: 'body_too_large', params: { maxKb: 1024 } });
    expect((await chunk(Buffer.from('{}'), 'application/json', headers)).json).toMatchObject({ code: 'media_type_unsupported', params: { accepted: 'application/octet-stream' } });
    expect((await chunk(Buffer.alloc(10))).json.code).toBe('not_signed_in');
    expect(proxied.upstream.seen).toHaveLength(before);
  });
});
