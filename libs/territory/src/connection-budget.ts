/** One semaphore on live PostgreSQL connections, shared by every pool of a process, whatever the number of territories. */

/** A pool as the budget sees it: something that may be asked to give up an idle connection. */
export interface BudgetMember {
  readonly idleCount: number;
  /** performance.now() since when its longest idle connection has been so; whose is unused longest gives first. */
  readonly idleSince: number;
  /** Starts closing the connection that is idle longest. */
  dropIdle(): void;
}

/** A place in the queue for one live connection. */
export interface PermitRequest {
  readonly since: number;
  /** The pool has other connections, one of which may soon be free: for the grace time nobody else's is closed for this one. */
  readonly patient: boolean;
  readonly granted: () => void;
}

/** What may stay open while nobody uses it. */
export interface RestLimits {
  /** Idle connections per process, whatever the number of territories and services. */
  readonly idle: number;
  /** Whatever was used more recently stays in any case. */
  readonly afterMs: number;
}

/**
 * Grants permits for live connections in the order in which their requests arrived. When all are out, the connection that is idle
 * longest is closed; a pool asks `someoneStarves` before it keeps a connection for its own next request.
 */
export class ConnectionBudget {
  readonly max: number;
  readonly #graceMs: number;
  readonly #rest: RestLimits;
  readonly #members = new Set<BudgetMember>();
  readonly #queue: PermitRequest[] = [];
  #live = 0;
  #dropping = 0;
  #lookAgain: NodeJS.Timeout | undefined;

  /** `max`: live connections per process. `graceMs`: how long a busy pool may keep its connections while another pool waits. */
  constructor(max = 100, graceMs = 50, rest: RestLimits = { idle: 32, afterMs: 60_000 }) {
    this.max = max;
    this.#graceMs = graceMs;
    this.#rest = rest;
  }

  /** Connections that are open, opening or closing. Never above `max`. */
  get live(): number {
    return this.#live;
  }

  /** Requests that wait for a permit. */
  get waiting(): number {
    return this.#queue.length;
  }

  join(member: BudgetMember): void {
    this.#members.add(member);
  }

  leave(member: BudgetMember): void {
    this.#members.delete(member);
  }

  /** Queues by age; `granted` is called, perhaps at once, when a connection may be opened. */
  request(request: PermitRequest): void {
    let at = this.#queue.length;
    while (at > 0 && this.#queue[at - 1]!.since > request.since) at--;
    this.#queue.splice(at, 0, request);
    this.pump();
  }

  /** Leaves the queue; false when the permit was granted before. */
  cancel(request: PermitRequest): boolean {
    const at = this.#queue.indexOf(request);
    if (at >= 0) this.#queue.splice(at, 1);
    return at >= 0;
  }

  /** Hands a permit back, after its connection is closed. `dropped`: it was closed because the budget asked. */
  giveBack(dropped: boolean): void {
    this.#live--;
    if (dropped) this.#dropping--;
    this.pump();
  }

  /** True when a request of another pool is older than `since` and has waited longer than the grace time. */
  someoneStarves(since: number): boolean {
    const oldest = this.#queue[0];
    return oldest !== undefined && oldest.since < since && performance.now() - oldest.since > this.#graceMs;
  }

  /** Grants what can be granted, and makes room for the rest. Pools call it when a connection falls idle. */
  pump(): void {
    while (this.#queue.length > 0 && this.#live < this.max) {
      this.#live++;
      this.#queue.shift()!.granted();
    }
    const pressing = this.#pressing();
    while (this.#dropping < pressing) {
      const giver = this.#longestUnused();
      if (!giver) return;
      this.#dropping++;
      giver.dropIdle();
    }
  }

  /** How many requests are worth someone else's connection now; looks again when a patient one is. */
  #pressing(): number {
    const until = performance.now() - this.#graceMs;
    const patient = this.#queue.filter((request) => request.patient && request.since > until);
    if (patient.length > 0 && !this.#lookAgain) {
      this.#lookAgain = setTimeout(() => {
        this.#lookAgain = undefined;
        this.pump();
      }, patient[0]!.since - until + 1);
      this.#lookAgain.unref();
    }
    return this.#queue.length - patient.length;
  }

  /** Closes what has rested longest, down to what may rest; pools call it now and then. A round over 250 territories leaves no 250 connections. */
  trim(): void {
    let excess = [...this.#members].reduce((sum, { idleCount }) => sum + idleCount, 0) - this.#rest.idle;
    const until = performance.now() - this.#rest.afterMs;
    for (let next = this.#longestUnused(); excess > 0 && next && next.idleSince <= until; next = this.#longestUnused()) {
      this.#dropping++;
      next.dropIdle();
      excess--;
    }
  }

  #longestUnused(): BudgetMember | undefined {
    let found: BudgetMember | undefined;
    for (const member of this.#members) {
      if (member.idleCount > 0 && (!found || member.idleSince < found.idleSince)) found = member;
    }
    return found;
  }
}
