import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Leases, Relay } from '@unityplan/messaging';
import { CONFIG, LOGGER, METRICS, type PodConfig, type PodResources } from '@unityplan/service-kit';
import type { Logger, Metrics } from '@unityplan/telemetry';
import pg from 'pg';

/** What the services of the process share. */
export const RESOURCES = Symbol('pod resources');

/** Carries the outbox of each of the pod's databases to JetStream: a relay per database, one active by lease. */
@Injectable()
export class RelayService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly relays: Relay[] = [];
  private readonly closing: (() => Promise<unknown>)[] = [];
  constructor(
    @Inject(RESOURCES) private readonly resources: PodResources,
    @Inject(CONFIG) private readonly config: PodConfig,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(METRICS) private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    const waited = this.metrics.seconds('outbox_wait_seconds', 'Time between writing an event and its acknowledgement by JetStream', ['event']);
    const { databases, leases, nats } = this.resources;
    const ofTerritories = databases.list().slice(1).map(({ own }) => own[0]!);
    for (const scope of ['global', ...ofTerritories]) {
      const connection = databases.connection(scope, 'event');
      const database = new pg.Pool({ ...connection, max: 2, idleTimeoutMillis: 600_000 });
      database.on('error', (error) => this.log.warn({ err: error }, 'a connection of the relay was lost'));
      const lease = scope === 'global' ? leases : new Leases({ connection, log: this.log });
      const relay = new Relay({
        pod: this.config.podId, link: nats, leases: lease, database, log: this.log, onSent: (event, seconds) => waited.observe({ event }, seconds),
      });
      relay.start();
      this.relays.push(relay);
      this.closing.push(() => database.end(), ...(lease === leases ? [] : [() => lease.close()]));
    }
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.relays.map((relay) => relay.stop()));
    for (const close of this.closing.toReversed()) await close();
  }

  /** Resolves when every event of every database was carried. For tests and orderly stops. */
  async drain(): Promise<void> {
    await Promise.all(this.relays.map((relay) => relay.drain()));
  }
}
