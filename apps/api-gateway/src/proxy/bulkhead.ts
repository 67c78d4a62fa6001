import { overloaded } from './overloaded.ts';
import { WaitingLine, type Caller, type Waiting } from './waiting-line.ts';

export interface BulkheadSettings {
  /** Calls that a service works on at a time. */
  readonly atOnce: number;
  /** Calls that wait for their turn, and how long. */
  readonly waiting: number;
  readonly waitMs: number;
}

/** What is kept apart for calls that must come through, such as signing out. */
const spare = 16;
const mostRemembered = 10_000;

/**
 * Lets so many calls at a time through to a service. The rest wait for a moment, in a fair line, and are then refused: a service
 * that is asked five times too much goes on doing what it can, and answers what it does in time. One caller holds at most half of
 * the places and one territory three quarters, so that what hangs for one does not hang for all.
 */
export class Bulkhead {
  private inside = 0;
  private readonly held = new Map<string, { calls: number }>();
  private readonly line: WaitingLine;
  private sweeper: NodeJS.Timeout | undefined;

  constructor(private readonly settings: BulkheadSettings) {
    this.line = new WaitingLine(settings.waiting);
  }

  get working(): number {
    return this.inside;
  }
  get waiting(): number {
    return this.line.size;
  }

  /** Undefined: come in. Else resolves when it is one's turn, or rejects with gateway_busy. `urgent` does not wait. */
  enter(caller: Caller, urgent: boolean): Promise<void> | undefined {
    const { atOnce, waitMs } = this.settings;
    if (urgent) {
      if (this.inside >= atOnce + spare) throw overloaded();
      return this.admit(caller);
    }
    if (this.inside < atOnce && this.line.size === 0 && this.mayHold(caller)) return this.admit(caller);
    return new Promise((resolve, reject) => {
      this.line.join({ caller, until: performance.now() + waitMs, enter: resolve, refuse: () => reject(overloaded()) });
      this.next();
      if (this.line.size > 0) this.sweeper ??= setInterval(() => this.sweep(), 25).unref();
    });
  }

  leave({ territory, client }: Caller): void {
    this.inside--;
    this.count(territory, -1);
    this.count(client, -1);
    if (this.line.size > 0) this.next();
  }

  close(): void {
    clearInterval(this.sweeper);
  }

  private admit({ territory, client }: Caller): undefined {
    this.inside++;
    this.count(territory, 1);
    this.count(client, 1);
  }

  private next(): void {
    while (this.inside < this.settings.atOnce) {
      const found: Waiting | undefined = this.line.next((caller) => this.mayHold(caller));
      if (!found) return;
      this.admit(found.caller);
      found.enter();
    }
  }

  private sweep(): void {
    this.line.refuseLate(performance.now());
    this.next();
    if (this.line.size > 0) return;
    clearInterval(this.sweeper);
    this.sweeper = undefined;
  }

  private mayHold({ territory, client }: Caller): boolean {
    const { atOnce } = this.settings;
    return (this.held.get(client)?.calls ?? 0) < Math.ceil(atOnce / 2) && (this.held.get(territory)?.calls ?? 0) < Math.ceil(atOnce * 0.75);
  }

  private count(key: string, by: number): void {
    const found = this.held.get(key);
    if (found) found.calls += by;
    else {
      // Kept when it falls to nothing: a Map that shrinks and grows with each call is dear.
      if (this.held.size >= mostRemembered) for (const [each, { calls }] of this.held) if (calls === 0) this.held.delete(each);
      this.held.set(key, { calls: by });
    }
  }
}
