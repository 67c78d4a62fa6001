import type { ClientMessage, ServerMessage } from './generated/types.ts';
import type { LiveTiming } from './live-timing.ts';

/** A socket that is being opened or is open. */
export interface Connection {
  send(message: ClientMessage): void;
  /** Asks the server for a sign of life, now and with little patience. */
  probe(): void;
  /** Ends it without telling `onClosed`. */
  close(): void;
}

/** How to reach the server, and who hears of what happens. */
export interface ConnectionOptions {
  readonly url: () => string;
  readonly getTicket: () => Promise<string>;
  readonly WebSocket: typeof globalThis.WebSocket;
  readonly timing: LiveTiming;
  readonly onReady: () => void;
  readonly onMessage: (message: ServerMessage) => void;
  /** It is over, once and for whatever reason; `retryAfterMs` when the server said when to come back. */
  readonly onClosed: (retryAfterMs?: number) => void;
}

/** One attempt: ticket, socket, hello, then a heartbeat until it dies. A dead socket is left at once, for its close event may never come. */
export function openConnection(options: ConnectionOptions): Connection {
  const { timing } = options;
  let socket: WebSocket | undefined;
  let over = false;
  let unanswered = false;
  let retryAfterMs: number | undefined;
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  // Until `ready` this bounds the whole attempt, afterwards a probe.
  let patience: ReturnType<typeof setTimeout> | undefined = setTimeout(() => fail(), timing.connectMs);

  const close = (): void => {
    over = true;
    clearInterval(heartbeat);
    clearTimeout(patience);
    socket?.close();
  };
  const fail = (): void => {
    if (over) return;
    close();
    options.onClosed(retryAfterMs);
  };
  const send = (message: ClientMessage): void => {
    if (socket?.readyState === 1) socket.send(JSON.stringify(message));
  };
  const ready = (askedMs: number): void => {
    const beat = (): void => {
      if (unanswered) return fail();
      unanswered = true;
      send({ type: 'ping' });
    };
    heartbeat = setInterval(beat, Math.min(askedMs, timing.heartbeatMs));
    options.onReady();
  };
  const receive = (data: unknown): void => {
    const message = parse(data);
    if (over || !message) return;
    unanswered = false;
    clearTimeout(patience);
    if (message.type === 'ready') return ready(message.heartbeatMs);
    if (message.type === 'closing') retryAfterMs = message.retryAfterMs;
    else if (message.type === 'refused' && message.stream === undefined) return fail();
    else options.onMessage(message);
  };
  const open = (ticket: string): void => {
    if (over) return;
    socket = new options.WebSocket(options.url());
    socket.onopen = () => send({ type: 'hello', protocol: 1, ticket });
    socket.onmessage = (event) => receive(event.data);
    socket.onerror = socket.onclose = fail;
  };
  Promise.resolve().then(options.getTicket).then(open).catch(fail);

  const probe = (): void => {
    send({ type: 'ping' });
    clearTimeout(patience);
    patience = setTimeout(fail, timing.probeMs);
  };
  return { send, probe, close };
}

function parse(data: unknown): ServerMessage | undefined {
  try {
    const message = JSON.parse(String(data)) as Partial<ServerMessage> | null;
    return typeof message?.type === 'string' ? (message as ServerMessage) : undefined;
  } catch {
    return undefined;
  }
}
