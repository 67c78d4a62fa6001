import type { OutboxRow } from './outbox-store.ts';

/**
 * Rows in hand, in order. At most one row per aggregate is out at a time, so that an aggregate's rows reach the stream in
 * order whatever is retried; other aggregates do not wait for it.
 */
export class RelayQueue {
  private readonly lanes = new Map<string, OutboxRow[]>();
  private readonly ready: string[] = [];
  /** Ids of all rows between reading and marking. */
  readonly inHand = new Set<string>();
  private out = 0;

  get inFlight(): number {
    return this.out;
  }
  get waiting(): number {
    return this.inHand.size;
  }

  /** Takes rows in, in the order they were read. */
  add(rows: readonly OutboxRow[]): void {
    for (const row of rows) {
      if (this.inHand.has(row.id)) continue;
      this.inHand.add(row.id);
      const key = laneOf(row);
      const lane = this.lanes.get(key);
      if (lane) lane.push(row);
      else {
        this.lanes.set(key, [row]);
        this.ready.push(key);
      }
    }
  }

  /** The next row whose aggregate is free; it is out until `done`. */
  next(): OutboxRow | undefined {
    const key = this.ready.shift();
    const row = key === undefined ? undefined : this.lanes.get(key)?.[0];
    if (row) this.out++;
    return row;
  }

  /** The row was acknowledged: its aggregate may go on. */
  done(row: OutboxRow): void {
    const key = laneOf(row);
    const lane = this.lanes.get(key);
    this.out--;
    lane?.shift();
    if (lane?.length) this.ready.push(key);
    else this.lanes.delete(key);
  }

  /** Its mark is in PostgreSQL: it may be forgotten. */
  marked(rows: readonly OutboxRow[]): void {
    for (const row of rows) this.inHand.delete(row.id);
  }
}

const laneOf = (row: OutboxRow): string => `${row.territory} ${row.aggregate}`;
