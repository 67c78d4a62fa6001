import { Problem, territory as contracts } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { createDatabaseIfMissing, discoverSources, migrate, type TerritoryDb } from '@unityplan/territory';
import { OpeningsRepository, OrdersRepository, type OrderRow, type TerritorySchema } from '@unityplan/territory-service/life';
import pg from 'pg';
import type { Pod } from '../pod.config.ts';
import { failureOf, isPassing } from './failures.ts';

const errors = contracts.territoryErrors;
/** With the pauses of the provisioner: about ten minutes. */
const mostAttempts = 40;

/** Told what is being done, in words. */
export type Tell = (what: string) => void;

/**
 * Carries out orders. Every step can be done twice and is recorded when it is done, so it may be killed anywhere and go on later, in
 * this process or another. Two at once are harmless: a lock per order lets one work.
 */
export class Provision {
  private readonly orders = new OrdersRepository();
  private readonly openings = new OpeningsRepository(new Outbox());
  private readonly pod: Pod;
  private readonly db: TerritoryDb<TerritorySchema>;

  constructor(pod: Pod, db: TerritoryDb<TerritorySchema>) {
    this.pod = pod;
    this.db = db;
  }

  /** Everything that is still to be carried out, oldest first. */
  open(): Promise<OrderRow[]> {
    return this.db.global.read((reader) => this.orders.open(reader));
  }

  find(orderId: string): Promise<OrderRow | undefined> {
    return this.db.global.read((reader) => this.orders.find(reader, orderId));
  }

  /** Works on an order until it is done or has failed; answers how it stands then. 'busy': another process has it in hand. Throws what may pass. */
  async carryOut(orderId: string, tell: Tell): Promise<OrderRow | 'busy'> {
    const lock = new pg.Client(this.pod.databases.connection('global', 'territory'));
    lock.on('error', () => undefined);
    await lock.connect();
    try {
      const { rows } = await lock.query<{ mine: boolean }>(`select pg_try_advisory_lock(hashtext('unityplan territory order'), hashtext($1)) as mine`, [orderId]);
      if (!rows[0]!.mine) return 'busy';
      const order = (await this.find(orderId))!;
      if (order.status === 'waiting' || order.status === 'running') await this.work(order, tell);
      return (await this.find(orderId))!;
    } finally {
      await lock.end().catch(() => undefined);
    }
  }

  private async work(order: OrderRow, tell: Tell): Promise<void> {
    await this.db.global.transact((tx) => this.orders.begin(tx, order.id));
    try {
      await this.register(order, tell);
      await this.build(order, tell);
      await this.opening(order, tell);
    } catch (error) {
      if (isPassing(error) && order.attempts + 1 < mostAttempts) {
        await this.db.global.transact((tx) => this.orders.postponed(tx, order.id, failureOf(error).detail));
        throw error;
      }
      await this.db.global.transact((tx) => this.orders.failed(tx, order.id, failureOf(error)));
    }
  }

  private async register(order: OrderRow, tell: Tell): Promise<void> {
    tell('registering');
    await this.db.global.transact(async (tx) => {
      if (!(await this.openings.register(tx, order, this.pod.podId))) throw new Problem(errors.territory_id_taken, { territory: order.territory });
      await this.orders.reached(tx, order.id, 'registered');
    });
  }

  private async build(order: OrderRow, tell: Tell): Promise<void> {
    const { podId, databases, podSecret, root } = this.pod;
    databases.place([{ id: order.territory, ...(order.database_name === null ? {} : { database: order.database_name }) }]);
    const adminUrl = databases.adminUrl(order.territory);
    if (adminUrl !== databases.adminUrl('global') && (await createDatabaseIfMissing(adminUrl, decodeURIComponent(new URL(adminUrl).pathname.slice(1))))) tell('database made');
    tell('building its schema');
    await migrate({
      adminUrl, podId, territories: [order.territory], sources: discoverSources(root), roleSecret: podSecret, rolePrefix: databases.rolePrefix,
      onProgress: (event) => {
        if (event.kind === 'waiting') tell(`waiting for ${event.schema}: ${event.why}`);
      },
    });
    await this.db.global.transact((tx) => this.orders.reached(tx, order.id, 'built'));
  }

  private async opening(order: OrderRow, tell: Tell): Promise<void> {
    tell('opening');
    await this.db.global.transact(async (tx) => {
      const outcome = await this.openings.open(tx, order, this.pod.podId);
      if (outcome === 'taken') throw new Problem(errors.territory_id_taken, { territory: order.territory });
      if (outcome === 'parent_closed') throw new Problem(errors.territory_parent_closed, { parent: order.parent_territory });
      await this.orders.done(tx, order.id);
    });
  }
}
