/** Bounds how much runs at once: in all, and per group (a territory, whose pool is small). First come, first served. */
export class Slots {
  private running = 0;
  private readonly perGroup = new Map<string, number>();
  private waiting: { group: string; start: () => void }[] = [];
  private readonly total: number;
  private readonly groupMax: number;

  constructor(total: number, groupMax: number) {
    this.total = total;
    this.groupMax = groupMax;
  }

  /** Runs `fn` as soon as there is room for its group. */
  async run<T>(group: string, fn: () => Promise<T>): Promise<T> {
    if (!this.fits(group)) await new Promise<void>((start) => this.waiting.push({ group, start }));
    else this.take(group);
    try {
      return await fn();
    } finally {
      this.give(group);
    }
  }

  private fits(group: string): boolean {
    return this.running < this.total && (this.perGroup.get(group) ?? 0) < this.groupMax;
  }

  private take(group: string): void {
    this.running++;
    this.perGroup.set(group, (this.perGroup.get(group) ?? 0) + 1);
  }

  private give(group: string): void {
    this.running--;
    const left = (this.perGroup.get(group) ?? 1) - 1;
    if (left === 0) this.perGroup.delete(group);
    else this.perGroup.set(group, left);
    const next = this.waiting.findIndex((one) => this.fits(one.group));
    if (next < 0) return;
    const [one] = this.waiting.splice(next, 1);
    this.take(one!.group);
    one!.start();
  }
}
