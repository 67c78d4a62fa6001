import { commonErrors, Problem, websocket } from '@unityplan/contracts';
import type { WebSocket } from 'ws';
import type { Frame } from '../frame.ts';
import type { StreamAccess } from '../access/stream-access.service.ts';
import { isGuarded, mayFollow } from '../streams/streams.policy.ts';
import type { TicketHolder } from '../tickets/tickets.service.ts';
import type { WebsocketConfig } from '../websocket.config.ts';
import { Allowance } from './allowance.ts';
import { Following } from './following.ts';
import type { Hub } from './hub.ts';
import { readMessage } from './read-message.ts';
import type { Outlet } from './subscription.ts';

export type ClosingReason = Extract<websocket.ServerMessage, { type: 'closing' }>['reason'];
/** Close codes: come again (1013), the service restarts (1012), protocol (1002), the session is over (4401). */
const codes: Record<ClosingReason, number> = { slow: 1013, drain: 1012, protocol: 1002, session_ended: 4401 };
const goodbyeMs = 2_000;
const maxFaults = 5;

export interface ConnectionParts {
  readonly id: string;
  readonly territory: string;
  readonly hub: Hub;
  readonly access: StreamAccess;
  readonly config: WebsocketConfig;
  redeem(ticket: string): Promise<TicketHolder>;
  /** Told once the client has said who it is, about each frame, and about the end. */
  onHello(connection: Connection): void;
  onFrame(frame: Frame): void;
  onClosing(reason: ClosingReason): void;
  onFault(error: unknown): void;
}

/** One client's socket: hello, subscriptions, limits, end. */
export class Connection implements Outlet {
  holder: TicketHolder | undefined;
  alive = true;
  private state: 'new' | 'greeting' | 'open' | 'closing' = 'new';
  private readonly subscriptions = new Map<string, Following>();
  private readonly allowance: Allowance;
  private readonly timers = new Set<NodeJS.Timeout>();
  private faults = 0;

  constructor(
    private readonly socket: WebSocket,
    private readonly parts: ConnectionParts,
  ) {
    this.allowance = new Allowance(parts.config.messageBurst, parts.config.messagesPerSecond);
    socket.on('message', (data: Buffer, binary: boolean) => this.receive(data, binary));
    socket.on('pong', () => (this.alive = true));
    socket.on('error', () => this.terminate());
    socket.on('close', () => this.ended());
    this.later(parts.config.helloMs, () => this.state === 'open' || this.close('protocol', 0));
  }

  get territory(): string {
    return this.parts.territory;
  }
  get buffered(): number {
    return this.socket.bufferedAmount;
  }
  get following(): number {
    return this.subscriptions.size;
  }

  send(message: websocket.ServerMessage): void {
    this.write(JSON.stringify(message));
  }
  sendFrame(frame: Frame): void {
    this.write(frame.bytes);
    this.parts.onFrame(frame);
  }
  closeSlow(): void {
    this.close('slow', 1_000);
  }

  /** Waits while more than a quarter of the bound is still unsent, for `slowMs` at most. */
  async drained(): Promise<boolean> {
    for (let waited = 0; this.buffered > this.parts.config.maxBufferBytes / 4; waited += 20) {
      if (waited > this.parts.config.slowMs || this.state === 'closing') return false;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return true;
  }

  /** Says why and when to come again, then ends; a client that does not listen is cut off. */
  close(reason: ClosingReason, retryAfterMs: number): void {
    if (this.state === 'closing') return;
    this.state = 'closing';
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify({ type: 'closing', reason, retryAfterMs } satisfies websocket.ServerMessage));
    this.endSubscriptions();
    this.parts.onClosing(reason);
    this.socket.close(codes[reason]);
    this.later(goodbyeMs, () => this.terminate());
  }

  /** Asks for a sign of life; without one since the last time it is over. */
  beat(): void {
    if (!this.alive) return this.terminate();
    this.alive = false;
    if (this.socket.readyState === this.socket.OPEN) this.socket.ping();
  }

  terminate(): void {
    this.socket.terminate();
  }

  private write(data: string | Buffer): void {
    if (this.state === 'closing' || this.socket.readyState !== this.socket.OPEN) return;
    this.socket.send(data, { binary: false });
    if (this.buffered > this.parts.config.maxBufferBytes) this.closeSlow();
  }

  private receive(data: Buffer, binary: boolean): void {
    this.alive = true;
    if (this.state === 'closing') return;
    if (!this.allowance.take()) return this.refuseAndClose(commonErrors.too_many_requests.code);
    const read = binary ? undefined : readMessage(data);
    if (!read) return this.refuseAndClose(commonErrors.input_invalid.code);
    if (!read.message) {
      if (++this.faults > maxFaults || this.state !== 'open') return this.refuseAndClose(commonErrors.input_invalid.code);
      return this.refuse(read.stream, commonErrors.input_invalid.code);
    }
    this.act(read.message);
  }

  private act(message: websocket.ClientMessage): void {
    if (message.type === 'ping') return this.send({ type: 'pong', ...(message.at === undefined ? {} : { at: message.at }) });
    if (message.type === 'hello') return this.state === 'new' ? void this.hello(message.ticket) : this.close('protocol', 0);
    if (this.state !== 'open') return this.refuseAndClose(websocket.websocketErrors.ticket_invalid.code);
    if (message.type === 'unsubscribe') {
      this.drop(message.stream);
      return this.send({ type: 'unsubscribed', stream: message.stream });
    }
    this.subscribe(message.stream, message.cursor);
  }

  private async hello(ticket: string): Promise<void> {
    this.state = 'greeting';
    try {
      this.holder = await this.parts.redeem(ticket);
    } catch (error) {
      return this.refuseAndClose(error instanceof Problem ? error.contract.code : commonErrors.internal_error.code);
    }
    if (this.state !== 'greeting') return;
    this.state = 'open';
    // A token's end is not the session's: the client comes at once with a new ticket.
    if (this.holder.expiresAt !== null) this.later(Math.max(0, this.holder.expiresAt * 1000 - Date.now()), () => this.close('drain', 0));
    this.parts.onHello(this);
    this.send({ type: 'ready', connectionId: this.parts.id, heartbeatMs: this.parts.config.heartbeatMs });
  }

  private subscribe(stream: string, cursor: websocket.Cursor | undefined): void {
    if (!mayFollow(stream, this.holder?.memberId ?? null)) return this.refuse(stream, websocket.websocketErrors.stream_refused.code);
    this.drop(stream);
    if (this.subscriptions.size >= this.parts.config.maxSubscriptions) return this.refuse(stream, commonErrors.too_many_requests.code);
    const { hub, access, territory, onFault } = this.parts;
    const following = new Following(hub, this, territory, stream, cursor, (error) => {
      onFault(error);
      // The stream is there, we cannot read it now: the client tries again with its cursor.
      if (this.subscriptions.get(stream) === following) this.close('slow', 2_000);
    });
    this.subscriptions.set(stream, following);
    if (isGuarded(stream)) following.under(access, this.holder?.memberId ?? null);
    else following.open();
  }

  private drop(stream: string): void {
    this.subscriptions.get(stream)?.end();
    this.subscriptions.delete(stream);
  }
  private refuse(stream: string | undefined, code: string): void {
    this.send({ type: 'refused', ...(stream === undefined ? {} : { stream }), code });
  }
  private refuseAndClose(code: string): void {
    this.refuse(undefined, code);
    this.close('protocol', 1_000);
  }
  private endSubscriptions(): void {
    for (const subscription of this.subscriptions.values()) subscription.end();
    this.subscriptions.clear();
  }
  private ended(): void {
    this.state = 'closing';
    this.endSubscriptions();
    for (const timer of this.timers) clearTimeout(timer);
  }
  private later(ms: number, fn: () => void): void {
    this.timers.add(setTimeout(fn, Math.min(ms, 2 ** 31 - 1)));
  }
}
