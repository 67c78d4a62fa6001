/** The pools of one service: one per scope, the longest unused closed first, never one that a request holds. */
import type { ConnectionBudget } from './connection-budget.ts';
import { TerritoryError } from './errors.ts';
import type { PodDatabases, Scope, SessionLimits } from './pod-databases.ts';
import { DEFAULT_POOL_LIMITS, TerritoryPool, type Lease, type PoolLimits } from './territory-pool.ts';

/** Hooks for a metrics registry; a territory is no label (cardinality), the service is fixed by the caller. */
export interface PoolMetrics {
  /** A connection was handed out after `waitedMs`. */
  acquired?(waitedMs: number): void;
  /** A request got none: POOL_TIMEOUT, or the server refused. */
  failed?(code: string): void;
}

export interface PoolStats {
  pools: number;
  live: number;
  idle: number;
  waiting: number;
}

export interface PoolOptions {
  limits?: Partial<PoolLimits>;
  session?: Partial<SessionLimits>;
  /** Pools kept in memory; the connections in them are bounded by the budget. Default 300. */
  maxPools?: number;
  metrics?: PoolMetrics;
}

/** SQLSTATEs that mean: this role, database or right does not exist here. Remembered for a moment, so a burst costs one try. */
const MISSING = new Set(['28P01', '28000', '3D000', '42501']);
const MISSING_MS = 5_000;
const SWEEP_MS = 15_000;

export class TerritoryPools {
  readonly #service: string;
  readonly #databases: PodDatabases;
  readonly #budget: ConnectionBudget;
  readonly #options: PoolOptions;
  readonly #limits: PoolLimits;
  readonly #pools = new Map<Scope, TerritoryPool>();
  readonly #missing = new Map<Scope, { until: number; error: TerritoryError }>();
  readonly #evicting = new Set<Promise<void>>();
  readonly #sweeper: NodeJS.Timeout;
  #closed = false;

  constructor(service: string, databases: PodDatabases, budget: ConnectionBudget, options: PoolOptions = {}) {
    this.#service = service;
    this.#databases = databases;
    this.#budget = budget;
    this.#options = options;
    this.#limits = { ...DEFAULT_POOL_LIMITS, ...options.limits };
    this.#sweeper = setInterval(() => this.sweep(), Math.min(SWEEP_MS, this.#limits.idleMs)).unref();
  }

  /** A connection of this service in a scope. Throws POOL_CLOSED, POOL_TIMEOUT, TERRITORY_NOT_HERE or a connection error. */
  async lease(scope: Scope): Promise<Lease> {
    if (this.#closed) throw new TerritoryError('POOL_CLOSED', `The database of ${this.#service} is closed.`);
    const missing = this.#missing.get(scope);
    if (missing && missing.until > Date.now()) throw missing.error;
    const started = performance.now();
    try {
      const lease = await this.#pool(scope).acquire();
      this.#options.metrics?.acquired?.(performance.now() - started);
      return lease;
    } catch (error) {
      const code = (error as { code?: string }).code ?? 'unknown';
      this.#options.metrics?.failed?.(code);
      if (!MISSING.has(code)) throw error;
      const refusal = new TerritoryError('TERRITORY_NOT_HERE', `${this.#service} has no access to ${scope} in this pod; was the migrator run?`, { cause: error });
      this.#missing.set(scope, { until: Date.now() + MISSING_MS, error: refusal });
      throw refusal;
    }
  }

  stats(): PoolStats {
    const stats: PoolStats = { pools: this.#pools.size, live: 0, idle: 0, waiting: 0 };
    for (const pool of this.#pools.values()) {
      stats.live += pool.liveCount;
      stats.idle += pool.idleCount;
      stats.waiting += pool.waitingCount;
    }
    return stats;
  }

  /** Closes idle and aged connections, and more of them when the process has many; forgets empty pools. Runs by itself every 15 s. */
  sweep(): void {
    for (const [scope, pool] of this.#pools) {
      pool.sweep();
      if (pool.liveCount === 0 && !pool.inUse) this.#evict(scope, pool);
    }
    this.#budget.trim();
    for (const [scope, { until }] of this.#missing) if (until <= Date.now()) this.#missing.delete(scope);
  }

  /** Refuses new requests, lets running ones finish (up to `drainMs`), closes every connection. */
  async close(drainMs?: number): Promise<void> {
    this.#closed = true;
    clearInterval(this.#sweeper);
    await Promise.all([...this.#evicting, ...[...this.#pools.values()].map((pool) => pool.close(drainMs))]);
    this.#pools.clear();
  }

  /** Finds or makes the pool and moves it to the young end. No await before `acquire`: the slot is reserved in the same tick. */
  #pool(scope: Scope): TerritoryPool {
    let pool = this.#pools.get(scope);
    if (pool) this.#pools.delete(scope);
    else pool = new TerritoryPool(() => this.#databases.connection(scope, this.#service, this.#options.session), this.#budget, this.#limits);
    this.#pools.set(scope, pool);
    const excess = this.#pools.size - (this.#options.maxPools ?? 300);
    if (excess > 0) this.#evictOldest(excess, pool);
    return pool;
  }

  #evictOldest(count: number, except: TerritoryPool): void {
    for (const [scope, pool] of this.#pools) {
      if (count <= 0) return;
      if (pool === except || pool.inUse) continue;
      this.#evict(scope, pool);
      count--;
    }
  }

  #evict(scope: Scope, pool: TerritoryPool): void {
    this.#pools.delete(scope);
    const closing = pool.close().finally(() => this.#evicting.delete(closing));
    this.#evicting.add(closing);
  }
}
