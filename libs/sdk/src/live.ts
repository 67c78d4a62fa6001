import type { ServerMessage } from './generated/types.ts';
import { openConnection, type Connection } from './live-connection.ts';
import { cursorMemory, type CursorStore } from './live-cursors.ts';
import { LiveStream, type StreamHandlers } from './live-stream.ts';
import { backoff, defaultTiming, type LiveTiming } from './live-timing.ts';
import { watchWake } from './live-wake.ts';

/** `connecting`: for a moment, nothing to tell anyone. `offline`: an attempt has failed; stays so until `live`. */
export type LiveStatus = 'connecting' | 'live' | 'offline';

/** How to reach the server, and where cursors are kept. */
export interface LiveOptions {
  /** Address of the socket, asked before each attempt: `wss://dk.example.org/ws`. */
  readonly url: () => string;
  /** A fresh ticket for each attempt: `async () => (await sdk.createTicket()).ticket`. */
  readonly getTicket: () => Promise<string>;
  readonly onStatus?: (status: LiveStatus) => void;
  readonly cursorStore?: CursorStore;
  /** A handler threw. The entry counts as applied; the default writes to the console. */
  readonly onError?: (error: unknown) => void;
  readonly WebSocket?: typeof globalThis.WebSocket;
  readonly timing?: Partial<LiveTiming>;
}

/** The streams that a page follows. */
export interface Live {
  /** Follows a stream until the returned function is called. Connects with the first one. */
  subscribe(stream: string, handlers: StreamHandlers): () => void;
  status(): LiveStatus;
  /** Starts over with a new ticket, at once: after signing in or out. */
  reconnect(): void;
  /** Ends every subscription and the connection. */
  close(): void;
}

/** Live updates over one socket: every entry of every followed stream exactly once and in order, across drops, deploys and sleep. */
export function createLive(options: LiveOptions): Live {
  const timing: LiveTiming = { ...defaultTiming, ...options.timing };
  const onError = options.onError ?? ((error: unknown) => console.error(error));
  const cursors = cursorMemory(options.cursorStore);
  const streams = new Map<string, LiveStream>();
  let status: LiveStatus = 'connecting';
  let connection: Connection | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => void) | undefined;
  let attempt = 0;
  let liveSince = 0;

  const setStatus = (next: LiveStatus): void => {
    if (next !== status) options.onStatus?.((status = next));
  };
  const receive = (message: ServerMessage): void => {
    const stream = 'stream' in message && message.stream ? streams.get(message.stream) : undefined;
    if (message.type === 'subscribed') stream?.subscribed(message);
    else if (message.type === 'refused') stream?.refused(message.code);
    else if (message.type === 'entry' && stream?.take(message)) {
      connection?.send({ type: 'unsubscribe', stream: stream.name });
      connection?.send(stream.request());
    }
  };
  const connect = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    connection?.close();
    connection = openConnection({
      url: options.url,
      getTicket: options.getTicket,
      WebSocket: options.WebSocket ?? globalThis.WebSocket,
      timing,
      onReady: () => {
        liveSince = Date.now();
        for (const stream of streams.values()) connection?.send(stream.request());
        setStatus('live');
      },
      onMessage: receive,
      onClosed: retry,
    });
  };
  const retry = (askedMs?: number): void => {
    connection = undefined;
    if (status === 'live' && Date.now() - liveSince >= timing.stableMs) attempt = 0;
    setStatus(status === 'live' ? 'connecting' : 'offline');
    // What the server asked for is a least, with a spread of its own against everyone returning at once.
    const wait = askedMs === undefined ? backoff(attempt++, timing) : askedMs + backoff(0, timing);
    waiting = setTimeout(connect, wait);
  };
  const start = (): void => {
    attempt = 0;
    if (status === 'live') setStatus('connecting');
    connect();
  };
  const onWake = (how: 'slept' | 'nudged'): void => {
    if (how === 'slept' || waiting) start();
    else if (status === 'live') connection?.probe();
  };

  return {
    subscribe(name, handlers) {
      const stream = streams.get(name) ?? new LiveStream(name, cursors.load(name), (cursor) => cursors.save(name, cursor), onError);
      // A copy, so that one object may be subscribed twice and each is ended by its own function.
      const own = { ...handlers };
      stream.add(own);
      if (!streams.has(name)) {
        streams.set(name, stream);
        if (status === 'live') connection?.send(stream.request());
      }
      if (!stopWatching) {
        stopWatching = watchWake(onWake, timing);
        connect();
      }
      return () => {
        if (!stream.remove(own) || stream.followed || streams.get(name) !== stream) return;
        streams.delete(name);
        connection?.send({ type: 'unsubscribe', stream: name });
      };
    },
    status: () => status,
    reconnect: () => stopWatching && start(),
    close() {
      clearTimeout(waiting);
      connection?.close();
      stopWatching?.();
      connection = stopWatching = waiting = undefined;
      streams.clear();
      setStatus('offline');
    },
  };
}
