/** One look at a territory's work: does what is due, until nothing is or `stopping`. */
export type Round = (territory: string, stopping: () => boolean) => Promise<void>;

/**
 * Runs rounds of work, one at a time per territory: at once when woken, after a while when asked, and by a slow sweep for what is
 * due by time or was left by another process. What must not be done twice is guarded by the rows, not here.
 */
export class Rounds {
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  private readonly timers = new Map<string, { at: number; timer: NodeJS.Timeout }>();
  private sweep: NodeJS.Timeout | undefined;
  private stopped = false;
  private readonly options: { territories: readonly string[]; sweepMs: number; round: Round; failed: (error: unknown) => void };

  constructor(options: { territories: readonly string[]; sweepMs: number; round: Round; failed: (error: unknown) => void }) {
    this.options = options;
  }

  start(): void {
    const all = (): void => this.options.territories.forEach((territory) => this.wake(territory));
    this.sweep = setInterval(all, this.options.sweepMs);
    all();
  }

  /** Begins a round, or another one after the present. */
  wake(territory: string): void {
    if (this.stopped) return;
    if (this.running.has(territory)) return void this.again.add(territory);
    const round = this.options
      .round(territory, () => this.stopped)
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
    const timer = setTimeout(() => (this.timers.delete(territory), this.wake(territory)), ms);
    this.timers.set(territory, { at, timer });
  }

  /** Resolves when nothing is in hand. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.values());
  }

  /** Begins nothing more, and waits for what is in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.sweep);
    for (const { timer } of this.timers.values()) clearTimeout(timer);
    await this.idle();
  }
}
