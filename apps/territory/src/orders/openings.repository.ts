import type { Outbox } from '@unityplan/messaging';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { announce, oneAtATime } from '../announce.ts';
import type { OrderRow, TerritoryTx } from '../db/schema.ts';

/** What an order does to the registry, before its schema is built and after. */
export class OpeningsRepository {
  private readonly outbox: Outbox;
  constructor(outbox: Outbox) {
    this.outbox = outbox;
  }

  /** Takes the id for this pod: listed, and not open yet. False when somebody has it. */
  async register(tx: TerritoryTx, order: OrderRow, podId: string): Promise<boolean> {
    const names = { name_en: order.name_en, name_da: order.name_da, name_own: order.name_own, default_language: order.default_language, database_name: order.database_name, pod_id: podId };
    const row = await tx.db
      .insertInto('territories')
      .values({ ...names, id: order.territory, kind: order.kind, parent_territory: order.parent_territory, sovereign_id: order.territory, geographic_countries: order.geographic_countries })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(names).where('territories.status', '=', 'listed').where((eb) => eb.or([eb('territories.pod_id', 'is', null), eb('territories.pod_id', '=', podId)])))
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Opens it: from here on the pod serves it. Answers what stands in the way, if anything does. */
  async open(tx: TerritoryTx, order: OrderRow, podId: string): Promise<'open' | 'taken' | 'parent_closed'> {
    await sql.raw(oneAtATime).execute(tx.db);
    const parent = order.parent_territory === null ? undefined : await tx.db.selectFrom('territories').select('status').where('id', '=', order.parent_territory).executeTakeFirst();
    if (parent?.status === 'archived' || parent?.status === 'suspended') return 'parent_closed';
    const opened = await tx.db
      .updateTable('territories').set({ status: 'active' }).where('id', '=', order.territory).where('status', '=', 'listed').where('pod_id', '=', podId)
      .returning(['id', 'status', 'routing_epoch']).executeTakeFirst();
    if (!opened) return 'taken';
    const change = { id: v7(), territory: order.territory, status: 'active', reason: 'Created', changed_by: order.requested_by, changed_in: order.requested_in };
    await tx.db.insertInto('territory_status_changes').values(change).execute();
    await announce(this.outbox, tx, opened);
    return 'open';
  }
}
