import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Leases, Relay } from '@unityplan/messaging';
import { CONFIG, LOGGER, METRICS, REGISTRY } from '@unityplan/service-kit';
import type { Logger, Metrics } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import pg from 'pg';
import type { EventConfig } from '../event.config.ts';
import { RELAY_PARTS, type RelayParts } from '../event.parts.ts';
import { relayDatabases } from './relay-databases.ts';

interface Running {
  readonly relay: Relay;
  readonly pool: pg.Pool;
  /** Of a database apart from the pod's own; that one's are shared with the rest of the process. */
  readonly leases: Leases | undefined;
}

/** One relay per database of the pod, also of one that comes later with a territory: carries committed outbox rows to JetStream. */
@Injectable()
export class Relays implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly running = new Map<string, Running>();
  private stopFollowing = () => undefined as void;
  private onSent: (event: string, seconds: number) => void = () => undefined;
  constructor(
    @Inject(RELAY_PARTS) private readonly parts: RelayParts,
    @Inject(CONFIG) private readonly config: EventConfig,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(METRICS) private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    const age = this.metrics.seconds('outbox_sent_seconds', 'From the outbox row to the acknowledgement of JetStream', ['event']);
    this.onSent = (event, seconds) => age.observe({ event }, seconds);
    const active = this.metrics.gauge('relay_in_hand', 'Outbox rows that the active relays of this process have in hand');
    Object.assign(active, { collect: () => active.set([...this.running.values()].reduce((sum, { relay }) => sum + relay.status.inHand, 0)) });
    this.stopFollowing = this.registry.onChange(() => this.startMissing());
    this.startMissing();
  }

  /** Resolves when nothing is unsent. For tests. */
  async drain(): Promise<void> {
    await Promise.all([...this.running.values()].map(({ relay }) => relay.drain()));
  }

  async onModuleDestroy(): Promise<void> {
    this.stopFollowing();
    await Promise.all([...this.running.values()].map(async ({ relay, pool, leases }) => {
      await relay.stop();
      await leases?.close();
      await pool.end();
    }));
  }

  /** A database stays for as long as this process runs: what its outbox holds is carried also while its territory is suspended. */
  private startMissing(): void {
    relayDatabases(this.parts.databases).forEach((connection, n) => {
      if (!this.running.has(connection.connectionString!)) this.running.set(connection.connectionString!, this.start(connection, n === 0));
    });
  }

  private start(connection: pg.ClientConfig, isMain: boolean): Running {
    const { link, leases } = this.parts;
    const pool = new pg.Pool({ ...connection, max: 2, idleTimeoutMillis: 60_000 });
    pool.on('error', (error) => this.log.warn({ err: error }, 'a connection of the relay was lost'));
    const own = isMain ? undefined : new Leases({ connection, log: this.log });
    const relay = new Relay({ pod: this.config.podId, link, leases: own ?? leases, database: pool, log: this.log, onSent: this.onSent });
    relay.start();
    return { relay, pool, leases: own };
  }
}
