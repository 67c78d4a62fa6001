import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { auth } from '@unityplan/contracts';
import { Broadcasts } from '@unityplan/messaging';
import { CONFIG, LOGGER, METRICS, REGISTRY } from '@unityplan/service-kit';
import type { Logger, Metrics } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import { v7 } from 'uuid';
import type { WebSocket } from 'ws';
import { StreamAccess } from '../access/stream-access.service.ts';
import { Tickets } from '../tickets/tickets.service.ts';
import type { WebsocketConfig } from '../websocket.config.ts';
import { Connection } from './connection.ts';
import { Hub } from './hub.ts';
import { LiveMetrics } from './live-metrics.ts';

/** Every open connection of this process, and by session those that end with it. */
@Injectable()
export class Connections implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly open = new Set<Connection>();
  private readonly bySession = new Map<string, Set<Connection>>();
  /** Sessions that ended while a ticket of theirs may still be good, oldest first, and until when (`performance.now()`). */
  private readonly ended = new Map<string, number>();
  private readonly metrics: LiveMetrics;
  private timer: NodeJS.Timeout | undefined;
  private stops: (() => void)[] = [];

  constructor(
    private readonly tickets: Tickets,
    private readonly hub: Hub,
    private readonly access: StreamAccess,
    private readonly broadcasts: Broadcasts,
    @Inject(CONFIG) private readonly config: WebsocketConfig,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(METRICS) metrics: Metrics,
  ) {
    this.metrics = new LiveMetrics(metrics, () => ({ connections: this.open.size, streams: hub.size, buffered: Math.max(0, ...[...this.open].map(({ buffered }) => buffered)) }));
  }

  get size(): number {
    return this.open.size;
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.open.forEach((connection) => connection.beat()), this.config.heartbeatMs);
    this.stops.push(
      this.broadcasts.on(auth.sessionEnded, ({ payload }) => this.endSession(payload.sessionId)),
      this.registry.onChange(() => this.closeDoors()),
    );
  }
  onModuleDestroy(): void {
    for (const stop of this.stops) stop();
  }

  /** Takes over a socket that was just opened at a territory's host. */
  add(socket: WebSocket, territory: string): void {
    const connection = new Connection(socket, {
      id: v7(),
      territory,
      hub: this.hub,
      access: this.access,
      config: this.config,
      redeem: (ticket) => this.tickets.redeem(ticket, territory),
      onHello: (greeted) => this.remember(greeted),
      onFrame: (frame) => this.metrics.delivered(frame),
      onClosing: (reason) => this.metrics.closing(reason),
      onFault: (error) => this.log.warn({ err: error }, 'a stream could not be read'),
    });
    this.open.add(connection);
    socket.once('close', () => {
      this.open.delete(connection);
      const session = connection.holder?.sessionId;
      const same = session && this.bySession.get(session);
      if (same && same.delete(connection) && same.size === 0) this.bySession.delete(session);
    });
  }

  /** Ends every connection of a session, now. */
  endSession(sessionId: string): void {
    for (const connection of this.bySession.get(sessionId) ?? []) connection.close('session_ended', 0);
    const now = performance.now();
    this.ended.set(sessionId, now + this.config.ticketMs);
    for (const [id, until] of this.ended) {
      if (until > now) break;
      this.ended.delete(id);
    }
  }

  /** Sends away who is in a territory that is not open any more. Who comes back is told at the door why. */
  private closeDoors(): void {
    const open = new Set(this.registry.served(this.config.podId).map(({ id }) => id));
    for (const connection of this.open) if (!open.has(connection.territory)) connection.close('drain', this.spread());
  }

  private spread(): number {
    return Math.round(Math.random() * this.config.drainSpreadMs);
  }

  /** Sends everyone away, to come back spread over some seconds; resolves when all have gone or were cut off. */
  async drain(): Promise<void> {
    for (const connection of this.open) connection.close('drain', this.spread());
    for (let waited = 0; this.open.size > 0 && waited < 1_500; waited += 25) await new Promise((resolve) => setTimeout(resolve, 25));
    for (const connection of this.open) connection.terminate();
    clearInterval(this.timer);
  }

  private remember(connection: Connection): void {
    const session = connection.holder?.sessionId;
    if (!session) return;
    if ((this.ended.get(session) ?? 0) > performance.now()) return connection.close('session_ended', 0);
    this.bySession.set(session, (this.bySession.get(session) ?? new Set()).add(connection));
  }
}
