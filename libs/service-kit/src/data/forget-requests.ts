import type { FactoryProvider } from '@nestjs/common';
import type { TerritoryDb } from '@unityplan/territory';
import { sql } from 'kysely';
import { CLOCK, DB, type Clock } from '../kit.ts';
import { Upkeep } from '../upkeep.ts';

const everyMs = 60 * 60_000;
/** Nobody sends a request again for longer than this, and who sent what is personal. */
const keptMs = 7 * 24 * 60 * 60_000;
const chunk = 5_000;

/** Injects a function that does one round of forgetting now. */
export const FORGET_REQUESTS = Symbol('forget requests');

/** Forgets the requests that `once` remembers in a table, a week after they came. List it among the providers, and `Upkeep` that runs it. */
export function forgetRequests(table: string): FactoryProvider<() => Promise<void>> {
  return {
    provide: FORGET_REQUESTS,
    inject: [DB, CLOCK, Upkeep],
    useFactory: (db: TerritoryDb<never>, clock: Clock, upkeep: Upkeep) => {
      const forgetSome = (territory: string): Promise<number> =>
        db.transact(territory, async (tx) => {
          // Rows that another process is deleting are left to it.
          const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ctid = any (array(
            select ctid from ${sql.table(table)} where created_at < ${new Date(clock() - keptMs)} limit ${chunk} for update skip locked))`.execute(tx.db);
          return Number(numAffectedRows ?? 0);
        });
      return upkeep.add({
        everyMs,
        failed: 'old requests stay for now',
        work: async (territory, signal) => {
          while (!signal.aborted && (await forgetSome(territory)) === chunk);
        },
      });
    },
  };
}
