import { Leases } from '@unityplan/messaging';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryDb } from '@unityplan/territory';
import type { TerritorySchema } from '@unityplan/territory-service/life';
import type { Pod } from '../pod.config.ts';
import { Provision } from './provision.ts';
import { openGlobal } from './territory-db.ts';

/** The net under a lost notification. */
const sweepMs = 15_000;
/** The pause before what failed for the moment is tried again; it doubles until the sweep comes first. */
const retryMs = 500;

/** Carries out orders as they come: at once when PostgreSQL says that one was recorded, and by a slow sweep. */
export class Provisioner {
  private readonly log: Logger;
  private readonly db: TerritoryDb<TerritorySchema>;
  private readonly provision: Provision;
  private readonly leases: Leases;
  private readonly sweepMs: number;
  private timer: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  private failures = 0;
  private working: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(pod: Pod, log: Logger, options: { sweepMs?: number } = {}) {
    this.log = log;
    this.sweepMs = options.sweepMs ?? sweepMs;
    this.db = openGlobal(pod.databases);
    this.provision = new Provision(pod, this.db);
    this.leases = new Leases({ connection: pod.databases.connection('global', 'territory'), log });
  }

  start(): void {
    this.leases.listen('territory_orders', () => this.look());
    this.timer = setInterval(() => this.look(), this.sweepMs);
    this.look();
  }

  /** Finishes the order in hand and begins no other. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    clearTimeout(this.retry);
    await this.working;
    await this.leases.close();
    await this.db.close();
  }

  private look(): void {
    this.again = true;
    this.working ??= this.work().finally(() => (this.working = undefined));
  }

  private lookSoon(): void {
    const pause = retryMs * 2 ** this.failures++;
    clearTimeout(this.retry);
    if (!this.stopped && pause < this.sweepMs) this.retry = setTimeout(() => this.look(), pause);
  }

  private async work(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        for (const { id, territory } of await this.provision.open()) if (!this.stopped) await this.carryOut(id, territory);
      } catch (error) {
        this.log.warn({ err: error }, 'orders could not be read; looking again soon');
        this.lookSoon();
      }
    }
  }

  private async carryOut(orderId: string, territory: string): Promise<void> {
    const started = performance.now();
    try {
      const order = await this.provision.carryOut(orderId, (what) => this.log.info({ territory, orderId }, what));
      this.failures = 0;
      if (order === 'busy') return;
      const seconds = Number(((performance.now() - started) / 1000).toFixed(2));
      if (order.status === 'failed') this.log.error({ territory, orderId, detail: order.detail }, 'the territory could not be opened');
      else this.log.info({ territory, orderId, seconds }, 'the territory is open');
    } catch (error) {
      this.log.warn({ err: error, territory, orderId }, 'will be tried again soon');
      this.lookSoon();
    }
  }
}
