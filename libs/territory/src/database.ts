/** A read or a transaction over one leased connection, as thin as possible over Kysely. */
import { Kysely, PostgresDialect, type IsolationLevel, type Transaction } from 'kysely';
import type pg from 'pg';
import { TerritoryError } from './errors.ts';
import type { Lease } from './territory-pool.ts';
import { queryWrapped } from './wrapped-query.ts';

/** What a view gets: it can build and run selects. Each runs in a READ ONLY transaction, so PostgreSQL refuses the rest. */
export type Reader<DB> = Pick<Kysely<DB>, 'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic' | 'getExecutor'>;

/** What a repository gets: one open transaction in one scope. */
export interface Tx<DB> {
  readonly db: Transaction<DB>;
  /** The territory id, or `global`. */
  readonly territory: string;
  /**
   * A statement to run right before the commit, after all others and in the round trip of the commit. It is asked for then, so it can tell
   * of everything that was done. `answered` gets its rows; when it fails, nothing is committed.
   */
  beforeCommit(statement: () => Statement, answered?: (rows: readonly unknown[]) => void): void;
  /** Runs after a successful commit, in order. Not run on rollback. A failure is reported, it cannot undo the commit. */
  onCommit(callback: () => void | Promise<void>): void;
  /** Throws TRANSACTION_ENDED once the transaction is over. */
  assertOpen(): void;
}

/** SQL with its values, as Kysely compiles it. */
interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

interface Last {
  readonly statement: () => Statement;
  readonly answered: ((rows: readonly unknown[]) => void) | undefined;
}

export interface TransactOptions {
  isolation?: IsolationLevel;
}

type Phase = 'starting' | 'open' | 'ending' | 'ended';

/** Statements that only the wrapper itself may send: with them a query would leave its transaction, or its READ ONLY mode. */
const CONTROL = /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:begin|start|commit|end|abort|rollback(?!\s+(?:work\s+|transaction\s+)?to\b)|prepare\s+transaction|set\s+(?:local\s+|session\s+)?(?:transaction|role|search_path|characteristics|session))\b/i;

/**
 * Kysely over the leased connection. While `fn` runs everything but transaction control passes, once it has settled only commit
 * or rollback, after that nothing. Always the extended protocol, which takes one statement: `select 1; commit` is an error.
 *
 * The beginning waits for the first statement and travels with it, which saves a round trip. A reader's statement even has a READ ONLY
 * transaction of its own, in one round trip with begin and commit: at READ COMMITTED each statement sees its own snapshot anyway.
 */
function guarded<DB>(lease: Lease, phase: () => Phase, kind: 'read' | 'write', last: readonly Last[] = []): Kysely<DB> {
  let begin: string | undefined;
  let open = false; // PostgreSQL has, or may have, a transaction that must be ended
  let running = 0;
  const allows = (text: string): boolean => {
    if (phase() === 'open') return !CONTROL.test(text);
    return phase() === 'ending' && (text === 'commit' || text === 'rollback');
  };
  const send = async (text: string, values: readonly unknown[], after = kind === 'read' ? 'commit' : undefined): Promise<unknown> => {
    const config = { text, values: values as unknown[], queryMode: 'extended' } as pg.QueryConfig;
    const first = begin;
    if (kind === 'write') begin = undefined;
    running++;
    try {
      if (first !== undefined) open = open || kind === 'write';
      return await queryWrapped(lease.client, config, first, after);
    } catch (error) {
      open = true;
      begin = first; // did it begin? If so PostgreSQL refuses a second beginning too; if not, nothing may run without
      throw error;
    } finally {
      running--;
    }
  };
  const query = (text: string, values: readonly unknown[]): Promise<unknown> => {
    if (phase() === 'starting') {
      begin = text;
      return Promise.resolve({ command: 'BEGIN', rows: [], rowCount: null });
    }
    if (!allows(text)) return Promise.reject(phase() === 'open' ? new TerritoryError('TRANSACTION_CONTROL', `"${text.slice(0, 40)}" is not for code inside a transaction.`) : ended());
    if (phase() === 'open') return send(text, values);
    if (text === 'commit' && last.length > 0) return finish();
    // A query that was not awaited may still be under way, and end as it likes: then the ending is sent behind it.
    if (!open && running === 0) return Promise.resolve({ command: text.toUpperCase(), rows: [], rowCount: null });
    return lease.client.query(text); // one message; `allows` has seen that it is nothing but the ending
  };
  const finish = async (): Promise<unknown> => {
    for (const [n, { statement, answered }] of last.entries()) {
      const { sql, parameters } = statement();
      const { rows } = (await send(sql, parameters, n === last.length - 1 ? 'commit' : undefined)) as { rows: readonly unknown[] };
      answered?.(rows);
    }
    return { command: 'COMMIT', rows: [], rowCount: null };
  };
  const client = { query, release: () => {} };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: { connect: async () => client as never, end: async () => {} } as never }) });
}

const ended = (): TerritoryError => new TerritoryError('TRANSACTION_ENDED', 'This transaction has ended; await every query before it returns.');

/** Runs `fn`, whose every statement is a READ ONLY transaction, and gives the connection back. */
export async function runRead<DB, T>(lease: Lease, fn: (db: Reader<DB>) => Promise<T>): Promise<T> {
  let phase: Phase = 'starting';
  try {
    return await guarded<DB>(lease, () => phase, 'read').transaction().setAccessMode('read only').execute((db) => {
      phase = 'open';
      return fn(db).finally(() => (phase = 'ending'));
    });
  } finally {
    phase = 'ended';
    lease.release();
  }
}

/** Runs `fn` in a transaction, gives the connection back, then runs the commit callbacks. */
export async function runTransact<DB, T>(
  lease: Lease,
  territory: string,
  fn: (tx: Tx<DB>) => Promise<T>,
  options: TransactOptions,
  onCallbackError: (error: unknown) => void,
): Promise<T> {
  let phase: Phase = 'starting';
  const callbacks: (() => void | Promise<void>)[] = [];
  const last: Last[] = [];
  const assertOpen = (): void => {
    if (phase !== 'open') throw ended();
  };
  let result: T;
  try {
    const builder = guarded<DB>(lease, () => phase, 'write', last).transaction();
    const ready = options.isolation === undefined ? builder : builder.setIsolationLevel(options.isolation);
    result = await ready.execute((db) => {
      phase = 'open';
      const onCommit = (callback: () => void | Promise<void>): void => {
        assertOpen();
        callbacks.push(callback);
      };
      const beforeCommit = (statement: () => Statement, answered?: (rows: readonly unknown[]) => void): void => {
        assertOpen();
        last.push({ statement, answered });
      };
      return fn({ db, territory, assertOpen, beforeCommit, onCommit }).finally(() => (phase = 'ending'));
    });
  } finally {
    phase = 'ended';
    lease.release();
  }
  for (const callback of callbacks) await Promise.resolve().then(callback).catch(onCallbackError);
  return result;
}
