/** The connections of one (database, schema, service): max 4, none kept by force, handed out in order, drained before closing. */
import type pg from 'pg';
import type { BudgetMember, ConnectionBudget, PermitRequest } from './connection-budget.ts';
import { Connection } from './connection.ts';
import { TerritoryError } from './errors.ts';

export interface PoolLimits {
  /** Connections per pool. */
  max: number;
  idleMs: number;
  lifetimeMs: number;
  /** How long a request waits for a connection before POOL_TIMEOUT. */
  acquireMs: number;
}

export const DEFAULT_POOL_LIMITS: PoolLimits = { max: 4, idleMs: 600_000, lifetimeMs: 1_800_000, acquireMs: 10_000 };

/** A connection on loan. `release` takes effect once; `broken` closes the connection instead of keeping it. */
export interface Lease {
  readonly client: pg.Client;
  release(broken?: boolean): void;
}

interface Waiter {
  since: number;
  resolve: (lease: Lease) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

/** Why not pg.Pool: the permit of the process must be held before a connection opens, and its queue cannot be shared. */
export class TerritoryPool implements BudgetMember {
  readonly #config: () => pg.ClientConfig;
  readonly #budget: ConnectionBudget;
  readonly #limits: PoolLimits;
  readonly #idle: Connection[] = [];
  readonly #waiters: Waiter[] = [];
  readonly #asking: PermitRequest[] = [];
  #leased = 0;
  #connecting = 0;
  #live = 0;
  #closing = false;
  #drained: (() => void)[] = [];

  constructor(config: () => pg.ClientConfig, budget: ConnectionBudget, limits: PoolLimits) {
    this.#config = config;
    this.#budget = budget;
    this.#limits = limits;
    budget.join(this);
  }

  get idleCount(): number {
    return this.#idle.length;
  }
  get idleSince(): number {
    return this.#idle[0]?.idleSince ?? Infinity;
  }
  get liveCount(): number {
    return this.#live;
  }
  get waitingCount(): number {
    return this.#waiters.length;
  }
  /** True while a request holds or awaits a connection: such a pool is never evicted. */
  get inUse(): boolean {
    return this.#leased + this.#waiters.length + this.#connecting > 0;
  }

  /** Reserves a slot in the same tick and resolves with a connection. Throws POOL_CLOSED, POOL_TIMEOUT or what connecting threw. */
  acquire(): Promise<Lease> {
    if (this.#closing) return Promise.reject(new TerritoryError('POOL_CLOSED', 'This pool is closing.'));
    const idle = this.#waiters.length === 0 ? this.#takeIdle() : undefined;
    if (idle) return Promise.resolve(this.#lend(idle));
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { since: performance.now(), resolve, reject, timer: setTimeout(() => this.#giveUp(waiter), this.#limits.acquireMs) };
      this.#waiters.push(waiter);
      this.#grow();
    });
  }

  dropIdle(): void {
    const connection = this.#idle.shift();
    if (!connection) return;
    connection.dropped = true;
    connection.destroy();
  }

  /** Closes what was idle too long or lived too long. */
  sweep(): void {
    const now = performance.now();
    for (const connection of [...this.#idle]) {
      if (now - connection.idleSince < this.#limits.idleMs && now - connection.openedAt < this.#limits.lifetimeMs) continue;
      this.#idle.splice(this.#idle.indexOf(connection), 1);
      connection.destroy();
    }
  }

  /** Refuses new requests, serves the accepted ones, then closes. After `drainMs` those still waiting get POOL_CLOSED. */
  async close(drainMs = 10_000): Promise<void> {
    this.#closing = true;
    const cut = setTimeout(() => {
      for (const waiter of [...this.#waiters]) this.#giveUp(waiter, new TerritoryError('POOL_CLOSED', 'The pool closed before a connection was free.'));
    }, drainMs);
    while (this.#idle.length > 0) this.#idle.pop()!.destroy();
    if (this.#live + this.#waiters.length > 0) {
      const deadline = new Promise<void>((resolve) => setTimeout(resolve, drainMs + 1_000).unref());
      await Promise.race([new Promise<void>((resolve) => this.#drained.push(resolve)), deadline]);
    }
    clearTimeout(cut);
    this.#budget.leave(this);
  }

  #takeIdle(): Connection | undefined {
    for (let connection = this.#idle.pop(); connection; connection = this.#idle.pop()) {
      if (connection.reusable && performance.now() - connection.openedAt < this.#limits.lifetimeMs) return connection;
      connection.destroy();
    }
    return undefined;
  }

  #lend(connection: Connection): Lease {
    this.#leased++;
    let out = true;
    return {
      client: connection.client,
      release: (broken = false) => {
        if (!out) return;
        out = false;
        this.#leased--;
        const tooOld = performance.now() - connection.openedAt >= this.#limits.lifetimeMs;
        if (broken || tooOld || !connection.reusable) connection.destroy();
        else this.#pass(connection, true);
        this.#grow();
      },
    };
  }

  /** A connection is free: the next waiter gets it, unless a waiter of another pool starves; else it falls idle. */
  #pass(connection: Connection, mayYield: boolean): void {
    const next = this.#waiters[0];
    if (next && mayYield && this.#budget.someoneStarves(next.since)) return connection.destroy();
    if (next) {
      this.#waiters.shift();
      clearTimeout(next.timer);
      next.resolve(this.#lend(connection));
      return this.#askLess();
    }
    if (this.#closing) return connection.destroy();
    connection.idleSince = performance.now();
    this.#idle.push(connection);
    this.#budget.pump();
  }

  /** Asks for as many permits as there are waiters without a connection under way. */
  #grow(): void {
    for (;;) {
      const underWay = this.#asking.length + this.#connecting;
      const waiter = this.#waiters[underWay];
      if (!waiter || this.#live + this.#asking.length >= this.#limits.max) return;
      const request: PermitRequest = { since: waiter.since, patient: this.#live > 0, granted: () => this.#open(request) };
      this.#asking.push(request);
      this.#budget.request(request);
    }
  }

  #askLess(): void {
    while (this.#asking.length > 0 && this.#asking.length + this.#connecting > this.#waiters.length) this.#budget.cancel(this.#asking.pop()!);
  }

  #open(request: PermitRequest): void {
    this.#asking.splice(this.#asking.indexOf(request), 1);
    this.#live++;
    this.#connecting++;
    const connection = new Connection(this.#config(), (ended) => this.#ended(ended));
    connection.connect().then(
      () => {
        this.#connecting--;
        this.#pass(connection, false);
      },
      (error: Error) => {
        this.#connecting--;
        connection.destroy();
        const waiter = this.#waiters.shift();
        if (waiter) {
          clearTimeout(waiter.timer);
          waiter.reject(error);
        }
        this.#askLess();
      },
    );
  }

  #ended(connection: Connection): void {
    this.#live--;
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    this.#budget.giveBack(connection.dropped);
    this.#grow();
    if (this.#closing && this.#live + this.#waiters.length === 0) for (const resolve of this.#drained.splice(0)) resolve();
  }

  #giveUp(waiter: Waiter, error?: TerritoryError): void {
    const at = this.#waiters.indexOf(waiter);
    if (at < 0) return;
    this.#waiters.splice(at, 1);
    clearTimeout(waiter.timer);
    const seconds = this.#limits.acquireMs / 1000;
    waiter.reject(error ?? new TerritoryError('POOL_TIMEOUT', `No database connection was free within ${seconds} s (${this.#budget.live} of ${this.#budget.max} in use).`));
    this.#askLess();
  }
}
