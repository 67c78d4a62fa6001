import { sql } from 'kysely';
import type { NewOrder, OrderRow, TerritoryReader, TerritoryTx } from '../db/schema.ts';

/** As the index has it, in literals: PostgreSQL must see that the conditions are the same, and cannot through parameters. */
const isOpen = sql<boolean>`status in ('waiting', 'running')`;

/** What came of a try to carry an order out. */
export interface Failure {
  readonly en: string;
  readonly da: string;
  readonly detail: string;
}

/** Orders: written by this service, carried out by the provisioner, which uses this very class. */
export class OrdersRepository {
  /** Undefined when an open order for the same territory stands already. */
  insert(tx: TerritoryTx, order: NewOrder): Promise<OrderRow | undefined> {
    return tx.db.insertInto('territory_orders').values(order).onConflict((conflict) => conflict.column('territory').where(isOpen).doNothing()).returningAll().executeTakeFirst();
  }

  /** The newest order for a territory that did not fail. */
  standing(tx: TerritoryTx, territory: string): Promise<OrderRow | undefined> {
    return tx.db.selectFrom('territory_orders').selectAll().where('territory', '=', territory).where('status', '!=', 'failed').orderBy('id', 'desc').limit(1).executeTakeFirst();
  }

  find(reader: TerritoryReader, id: string): Promise<OrderRow | undefined> {
    return reader.selectFrom('territory_orders').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** Orders for communities right below any of the territories, newest first, from a place in the list; read backwards when asked so. */
  below(reader: TerritoryReader, parents: readonly string[], from: { readonly direction: 'after' | 'before'; readonly values: readonly [string] } | undefined, limit: number): Promise<OrderRow[]> {
    const back = from?.direction === 'before';
    const rows = reader.selectFrom('territory_orders').selectAll().where(sql<boolean>`parent_territory = any (${[...parents]})`).orderBy('id', back ? 'asc' : 'desc').limit(limit);
    return (from ? rows.where('id', back ? '>' : '<', from.values[0]) : rows).execute();
  }

  /** What is still to be carried out, in the sequence in which it was ordered. */
  open(reader: TerritoryReader): Promise<OrderRow[]> {
    return reader.selectFrom('territory_orders').selectAll().where(isOpen).orderBy('id').execute();
  }

  async begin(tx: TerritoryTx, id: string): Promise<void> {
    await tx.db.updateTable('territory_orders').set((eb) => ({ status: 'running', attempts: eb('attempts', '+', 1) })).where('id', '=', id).execute();
  }

  async reached(tx: TerritoryTx, id: string, step: OrderRow['step']): Promise<void> {
    await tx.db.updateTable('territory_orders').set({ step }).where('id', '=', id).execute();
  }

  async done(tx: TerritoryTx, id: string): Promise<void> {
    await tx.db.updateTable('territory_orders').set({ status: 'done', step: 'open', detail: null, done_at: new Date() }).where('id', '=', id).execute();
  }

  async failed(tx: TerritoryTx, id: string, { en, da, detail }: Failure): Promise<void> {
    await tx.db.updateTable('territory_orders').set({ status: 'failed', problem_en: en, problem_da: da, detail, done_at: new Date() }).where('id', '=', id).execute();
  }

  /** To be tried again. */
  async postponed(tx: TerritoryTx, id: string, detail: string): Promise<void> {
    await tx.db.updateTable('territory_orders').set({ status: 'waiting', detail }).where('id', '=', id).execute();
  }
}
