import { sql } from 'kysely';
import type { AnyTx } from '../database.ts';
import type { WireEvent } from '../envelope.ts';
import { reasonOf } from '../log.ts';
import type { ConsumerOptions } from './options.ts';
import type { Slots } from './slots.ts';

interface BuriedRow {
  id: string; event_id: string; territory: string; event: string; aggregate: string; seq: number; event_time: Date; traceparent: string | null; payload: unknown;
}

/** Runs dead letters marked for it, at the start and whenever told by NOTIFY. Answers how to stop and wait for the end. */
export function redriveRunner(options: ConsumerOptions, slots: Slots, signal: AbortSignal): () => Promise<void> {
  let running = Promise.resolve();
  const look = () => {
    running = running.then(() => redriveAll(options, slots, signal)).catch((error: unknown) => options.log.warn({ error: reasonOf(error) }, 'dead letters could not be read'));
  };
  const stop = options.leases.listen('redrive', look);
  look();
  return async () => {
    stop();
    await running;
  };
}

/** Looks into every database: into the pod's for all it holds, into another one for each territory that lives there. */
async function redriveAll(options: ConsumerOptions, slots: Slots, signal: AbortSignal): Promise<void> {
  const elsewhere = options.ownDatabases?.() ?? [];
  for (const scope of ['global', ...elsewhere]) {
    // One database that is away, or a territory that is closed, keeps nothing from the others.
    const rows = await marked(options, scope).catch((error: unknown) => {
      options.log.warn({ scope, error: reasonOf(error) }, 'dead letters could not be read');
      return [];
    });
    for (const row of rows) if (!signal.aborted) await slots.run(row.territory, () => redriveOne(options, row, scope, elsewhere)); // oldest first, one by one
  }
}

function marked({ runner }: ConsumerOptions, scope: string): Promise<BuriedRow[]> {
  return runner.transact(scope, async (tx) =>
    (await sql<BuriedRow>`SELECT id, event_id, territory, event, aggregate, seq::float8 AS seq, event_time, traceparent, payload FROM messaging.dead_letters
      WHERE consumer = ${runner.service} AND redriven_at IS NOT NULL AND handled_at IS NULL AND discarded_at IS NULL ORDER BY id`.execute(tx.db)).rows);
}

async function redriveOne({ runner, log, onOutcome }: ConsumerOptions, row: BuriedRow, scope: string, elsewhere: readonly string[]): Promise<void> {
  const event: WireEvent = {
    id: row.event_id, event: row.event, source: '', territory: row.territory, aggregate: row.aggregate, seq: row.seq, time: row.event_time.toISOString(),
    payload: row.payload, ...(row.traceparent ? { traceparent: row.traceparent } : {}),
  };
  const claim = async (tx: AnyTx) => {
    const taken = await sql`UPDATE messaging.dead_letters SET handled_at = clock_timestamp()
      WHERE id = ${row.id} AND handled_at IS NULL AND discarded_at IS NULL AND redriven_at IS NOT NULL`.execute(tx.db);
    return taken.numAffectedRows === 1n;
  };
  // Buried in the pod's database while its territory's was away: the inbox over there sees to it that it is done once.
  const apart = scope === 'global' && elsewhere.includes(row.territory);
  const run = async (): Promise<boolean> => {
    if (!apart) return runner.redrive(event, claim);
    const outcome = await runner.attempt(event);
    await runner.transact(scope, claim);
    return outcome === 'handled';
  };
  try {
    if (await run()) onOutcome?.(event.event, 'handled', 0);
  } catch (error) {
    log.error({ event: event.event, id: event.id, error: reasonOf(error) }, 'a redriven event failed again');
    onOutcome?.(event.event, 'dead', 0);
    const note = (tx: AnyTx) => sql`UPDATE messaging.dead_letters SET redriven_at = NULL, failed_at = clock_timestamp(), reason = ${reasonOf(error)}
      WHERE id = ${row.id} AND handled_at IS NULL`.execute(tx.db);
    // A database that went away under it keeps it marked, for the next look, and nothing from the others.
    await runner.transact(scope, note).catch((failure: unknown) => log.warn({ scope, id: event.id, error: reasonOf(failure) }, 'a failure could not be noted'));
  }
}
