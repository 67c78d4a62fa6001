/** Where progress is shown; standard output of the runner, or a list in tests. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** A piece of work under way. */
export interface Step {
  /** What it does at this moment. */
  doing(what: string): void;
  /** The work is done; one line stays. */
  done(result: string): void;
  /** It failed or was given up; nothing stays. */
  dropped(): void;
}

const nameWidth = 11;
// What is faster than this is not worth a line before its result.
const quietMs = 1_000;
// Without a terminal each line stays: some signs of life are enough.
const betweenMs = 5_000;

/** The lines of a start: one per step, names in a column, a counting line on a terminal while a step runs. */
export class Progress {
  private readonly screen: Screen;
  private readonly running = new Map<string, { what: string; since: number; toldAt: number; told: string }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(screen: Screen = process.stdout) {
    this.screen = screen;
  }

  /** A line that stays. */
  line(name: string, text: string): void {
    this.wipe();
    this.screen.write(`${name || text ? `  ${name.padEnd(nameWidth)} ${text}` : ''}\n`);
    this.show();
  }

  begin(name: string, what: string): Step {
    const entry = { what, since: performance.now(), toldAt: -Infinity, told: '' };
    this.running.set(name, entry);
    this.timer ??= setInterval(() => this.tick(), this.screen.isTTY ? 100 : 250);
    const end = (): void => {
      this.running.delete(name);
      if (this.running.size === 0) this.timer = void clearInterval(this.timer);
    };
    return {
      doing: (now) => void (entry.what = now),
      done: (result) => {
        end();
        this.line(name, `${result}  (${seconds(entry.since)})`);
      },
      dropped: () => {
        end();
        this.wipe();
      },
    };
  }

  private tick(): void {
    if (this.screen.isTTY) {
      this.wipe();
      return this.show();
    }
    for (const [name, entry] of this.running) {
      const now = performance.now();
      if (now - entry.since < quietMs || now - entry.toldAt < betweenMs || entry.told === entry.what) continue;
      Object.assign(entry, { told: entry.what, toldAt: now });
      this.screen.write(`  ${name.padEnd(nameWidth)} ${entry.what} …\n`);
    }
  }

  private wipe(): void {
    if (this.screen.isTTY) this.screen.write('\r\x1b[K');
  }

  private show(): void {
    if (!this.screen.isTTY || this.running.size === 0) return;
    const parts = [...this.running].map(([name, { what, since }]) => `${name}: ${what} ${Math.floor((performance.now() - since) / 1000)} s`);
    this.screen.write(`  ${parts.join('   ')}`.slice(0, (this.screen.columns || 80) - 1));
  }
}

/** Time since a moment of `performance.now()`, for people. */
export const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
