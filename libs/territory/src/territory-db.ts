/** The door of a service to its data: every query names a territory (or `global`) and runs under that scope's own role. */
import type { ConnectionBudget } from './connection-budget.ts';
import { runRead, runTransact, type Reader, type TransactOptions, type Tx } from './database.ts';
import type { PodDatabases } from './pod-databases.ts';
import { isStalePlan } from './prepared.ts';
import type { TerritoryRegistry } from './registry.ts';
import { scopes } from './scopes.ts';
import { TerritoryPools, type PoolOptions, type PoolStats } from './territory-pools.ts';

/** SQLSTATEs after which PostgreSQL asks for the same transaction again: serialization failure, deadlock. */
const RETRYABLE = new Set(['40001', '40P01']);
const MAX_RETRIES = 3;

/** Reads and transactions in one fixed scope. */
export interface ScopedDb<DB> {
  /** Retried as `transact` is: beside a migration a read, too, may be the one that a deadlock is resolved by. */
  read<T>(fn: (db: Reader<DB>) => Promise<T>): Promise<T>;
  /** Retried up to 3 times on 40001, 40P01 and after a migration changed what a statement answers, so `fn` must not have effects outside the database; use `tx.onCommit`. */
  transact<T>(fn: (tx: Tx<DB>) => Promise<T>, options?: TransactOptions): Promise<T>;
}

/**
 * Do not open a second read or transaction while one is open in the same request: under a full budget both would wait.
 * Errors besides PostgreSQL's own: TERRITORY_UNKNOWN, TERRITORY_NOT_HERE, POOL_TIMEOUT, POOL_CLOSED, TRANSACTION_ENDED.
 */
export interface TerritoryDb<DB> {
  read<T>(territoryId: string, fn: (db: Reader<DB>) => Promise<T>): Promise<T>;
  transact<T>(territoryId: string, fn: (tx: Tx<DB>) => Promise<T>, options?: TransactOptions): Promise<T>;
  /** The pod's `global` schema, under the service's global role. */
  readonly global: ScopedDb<DB>;
  stats(): PoolStats;
  /** Drains: refuses new work, lets running work finish, closes every connection. */
  close(drainMs?: number): Promise<void>;
}

export interface TerritoryDbConfig extends PoolOptions {
  service: string;
  databases: PodDatabases;
  registry: TerritoryRegistry;
  /** Share one between all services of a process. */
  budget: ConnectionBudget;
  /** Told when an onCommit callback fails. Default: a process warning. */
  onCallbackError?: (error: unknown) => void;
}

/** Opens nothing yet; connections come with the first use. */
export function createTerritoryDb<DB>(config: TerritoryDbConfig): TerritoryDb<DB> {
  const { service, databases, registry } = config;
  const pools = new TerritoryPools(service, databases, config.budget, config);
  const report = config.onCallbackError ?? ((error: unknown): void => process.emitWarning(error instanceof Error ? error : String(error)));

  const scopeOf = scopes(registry, databases.podId);
  const readIn = async <T>(scope: string, fn: (db: Reader<DB>) => Promise<T>): Promise<T> => {
    for (let retries = 0; ; retries++) {
      try {
        return await runRead(await pools.lease(scope), fn);
      } catch (error) {
        if (retries >= MAX_RETRIES || !(isStalePlan(error) || RETRYABLE.has((error as { code?: string }).code ?? ''))) throw error;
      }
    }
  };
  const transactIn = async <T>(scope: string, fn: (tx: Tx<DB>) => Promise<T>, options: TransactOptions = {}): Promise<T> => {
    for (let retries = 0; ; retries++) {
      try {
        return await runTransact<DB, T>(await pools.lease(scope), scope, fn, options, report);
      } catch (error) {
        if (retries >= MAX_RETRIES) throw error;
        if (isStalePlan(error)) continue;
        if (!RETRYABLE.has((error as { code?: string }).code ?? '')) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** retries * (1 + Math.random())));
      }
    }
  };
  return {
    read: async (territoryId, fn) => readIn(await scopeOf(territoryId), fn),
    transact: async (territoryId, fn, options) => transactIn(await scopeOf(territoryId), fn, options),
    global: {
      read: (fn) => readIn('global', fn),
      transact: (fn, options) => transactIn('global', fn, options),
    },
    stats: () => pools.stats(),
    close: (drainMs) => pools.close(drainMs),
  };
}
