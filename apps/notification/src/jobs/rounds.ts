import { setTimeout as wait } from 'node:timers/promises';
import type { TerritoryRegistry } from '@unityplan/territory';

/** Who looks at one territory after the other waits no longer than this for each. */
const longRoundMs = 2_000;
const longestTimerMs = 2 ** 31 - 1;

/** One look at a territory's work: does what is due, until nothing is or `stopping`. */
export type Round = (territory: string, stopping: () => boolean) => Promise<void>;

interface RoundsOptions {
  readonly registry: TerritoryRegistry;
  readonly podId: string;
  readonly sweepMs: number;
  readonly round: Round;
  readonly failed: (error: unknown) => void;
}

/**
 * Runs rounds of work, one at a time per territory: at once when woken, after a while when asked, and when looked at for what another
 * process has left. A territory that is not open rests, and goes on when it is. What must not be done twice is guarded by the rows, not here.
 */
export class Rounds {
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  private readonly timers = new Map<string, { at: number; timer: NodeJS.Timeout }>();
  private readonly lookedAt = new Map<string, number>();
  private stopped = false;
  private stopFollowing = () => undefined as void;
  private readonly options: RoundsOptions;

  constructor(options: RoundsOptions) {
    this.options = options;
  }

  start(): void {
    this.stopFollowing = this.options.registry.onChange((changes) => changes.forEach(({ id }) => this.wake(id)));
  }

  /** Begins a round unless one began within nearly `sweepMs`, and resolves when it has ended, or is a long one. */
  async look(territory: string): Promise<void> {
    const at = this.lookedAt.get(territory);
    if (at !== undefined && performance.now() - at < this.options.sweepMs * 0.9) return;
    this.wake(territory);
    await Promise.race([this.running.get(territory), wait(longRoundMs, undefined, { ref: false })]);
  }

  /** Begins a round, or another one after the present. */
  wake(territory: string): void {
    if (!this.mayWork(territory)) return;
    if (this.running.has(territory)) return void this.again.add(territory);
    this.lookedAt.set(territory, performance.now());
    const round = this.options
      .round(territory, () => !this.mayWork(territory))
      .catch(this.options.failed)
      .finally(() => {
        this.running.delete(territory);
        if (this.again.delete(territory)) this.wake(territory);
      });
    this.running.set(territory, round);
  }

  /** Wakes later, unless that is to happen sooner anyway. */
  wakeIn(territory: string, ms: number): void {
    if (this.stopped) return;
    if (ms <= 0) return this.wake(territory);
    const at = performance.now() + ms;
    const waiting = this.timers.get(territory);
    if (waiting && waiting.at <= at) return;
    clearTimeout(waiting?.timer);
    const timer = setTimeout(() => (this.timers.delete(territory), this.wake(territory)), Math.min(ms, longestTimerMs));
    this.timers.set(territory, { at, timer });
  }

  /** Whether something is in hand. */
  get busy(): boolean {
    return this.running.size > 0;
  }

  /** Resolves when nothing is in hand. */
  async idle(): Promise<void> {
    while (this.busy) await Promise.all(this.running.values());
  }

  /** Begins nothing more, and waits for what is in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.stopFollowing();
    for (const { timer } of this.timers.values()) clearTimeout(timer);
    await this.idle();
  }

  /** Also asked in the midst of a round: whoever closes a territory does not wait for its queue to be empty. */
  private mayWork(territory: string): boolean {
    return !this.stopped && this.options.registry.served(this.options.podId).some(({ id }) => id === territory);
  }
}
