/** A read or a transaction over one leased connection, as thin as possible over Kysely. */
import { Kysely, PostgresDialect, type IsolationLevel, type Transaction } from 'kysely';
import { TerritoryError } from './errors.ts';
import type { Lease } from './territory-pool.ts';

/** What a view gets: it can build and run selects. The connection is in a READ ONLY transaction, so PostgreSQL refuses the rest. */
export type Reader<DB> = Pick<Kysely<DB>, 'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic' | 'getExecutor'>;

/** What a repository gets: one open transaction in one scope. */
export interface Tx<DB> {
  readonly db: Transaction<DB>;
  /** The territory id, or `global`. */
  readonly territory: string;
  /** Runs after a successful commit, in order. Not run on rollback. A failure is reported, it cannot undo the commit. */
  onCommit(callback: () => void | Promise<void>): void;
  /** Throws TRANSACTION_ENDED once the transaction is over. */
  assertOpen(): void;
}

export interface TransactOptions {
  isolation?: IsolationLevel;
}

type Phase = 'open' | 'ending' | 'ended';

/** Kysely over the leased connection. Once `fn` has settled only commit or rollback pass; after that, nothing. */
function guarded<DB>(lease: Lease, phase: () => Phase): Kysely<DB> {
  const query = (text: string, values: readonly unknown[]): Promise<never> => {
    const closing = text === 'commit' || text === 'rollback';
    if (phase() === 'open' || (phase() === 'ending' && closing)) return lease.client.query(text, values as unknown[]) as unknown as Promise<never>;
    return Promise.reject(ended());
  };
  const client = { query, release: () => {} };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: { connect: async () => client as never, end: async () => {} } as never }) });
}

const ended = (): TerritoryError => new TerritoryError('TRANSACTION_ENDED', 'This transaction has ended; await every query before it returns.');

/** Runs `fn` in a READ ONLY transaction and gives the connection back. */
export async function runRead<DB, T>(lease: Lease, fn: (db: Reader<DB>) => Promise<T>): Promise<T> {
  let phase: Phase = 'open';
  try {
    return await guarded<DB>(lease, () => phase).transaction().setAccessMode('read only').execute((db) => fn(db).finally(() => (phase = 'ending')));
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
  let phase: Phase = 'open';
  const callbacks: (() => void | Promise<void>)[] = [];
  const assertOpen = (): void => {
    if (phase !== 'open') throw ended();
  };
  let result: T;
  try {
    const builder = guarded<DB>(lease, () => phase).transaction();
    const ready = options.isolation === undefined ? builder : builder.setIsolationLevel(options.isolation);
    result = await ready.execute((db) => {
      const onCommit = (callback: () => void | Promise<void>): void => {
        assertOpen();
        callbacks.push(callback);
      };
      return fn({ db, territory, assertOpen, onCommit }).finally(() => (phase = 'ending'));
    });
  } finally {
    phase = 'ended';
    lease.release();
  }
  for (const callback of callbacks) await Promise.resolve().then(callback).catch(onCallbackError);
  return result;
}
