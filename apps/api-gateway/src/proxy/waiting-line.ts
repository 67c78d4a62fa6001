/** Whose call it is: for whom fairness is kept. */
export interface Caller {
  readonly territory: string;
  /** A member, or an address. */
  readonly client: string;
}
export interface Waiting {
  readonly caller: Caller;
  /** By `performance.now()`; later it is refused. */
  readonly until: number;
  enter(): void;
  refuse(): void;
}

/** Calls that wait: territories take turns, and within a territory callers do; whoever has most of them waiting loses first when it is full. */
export class WaitingLine {
  private readonly territories = new Map<string, Map<string, Waiting[]>>();
  private count = 0;
  constructor(private readonly most: number) {}

  get size(): number {
    return this.count;
  }

  /** Puts a call at the end of its caller's; refuses one of whoever has most when there is no room. */
  join(one: Waiting): void {
    const { territory, client } = one.caller;
    const clients = this.territories.get(territory) ?? new Map<string, Waiting[]>();
    this.territories.set(territory, clients);
    const own = clients.get(client) ?? [];
    clients.set(client, own);
    own.push(one);
    if (++this.count > this.most) this.refuseOne(own);
  }

  /** The next whose turn it is and who may come in; undefined when there is none. */
  next(mayEnter: (caller: Caller) => boolean): Waiting | undefined {
    for (const [territory, clients] of this.territories)
      for (const [client, calls] of clients) {
        if (!mayEnter(calls[0]!.caller)) continue;
        const found = calls.shift()!;
        this.count--;
        // To the end of both rounds.
        clients.delete(client);
        if (calls.length > 0) clients.set(client, calls);
        this.territories.delete(territory);
        if (clients.size > 0) this.territories.set(territory, clients);
        return found;
      }
    return undefined;
  }

  /** Refuses all who have waited too long. */
  refuseLate(now: number): void {
    for (const [territory, clients] of this.territories)
      for (const [client, calls] of clients) {
        while (calls.length > 0 && calls[0]!.until <= now) {
          this.count--;
          calls.shift()!.refuse();
        }
        if (calls.length === 0) this.drop(territory, client);
      }
  }

  private refuseOne(own: Waiting[]): void {
    let longest = own;
    for (const clients of this.territories.values()) for (const calls of clients.values()) if (calls.length > longest.length) longest = calls;
    const last = longest.pop()!;
    this.count--;
    if (longest.length === 0) this.drop(last.caller.territory, last.caller.client);
    last.refuse();
  }

  private drop(territory: string, client: string): void {
    const clients = this.territories.get(territory);
    clients?.delete(client);
    if (clients?.size === 0) this.territories.delete(territory);
  }
}
