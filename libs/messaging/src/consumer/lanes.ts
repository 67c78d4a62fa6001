/** Runs jobs of one key one after the other, in the order they came; keys do not wait for each other. */
export class Lanes {
  private readonly tails = new Map<string, Promise<void>>();

  /** Jobs must not throw: a lane goes on whatever happens. */
  run(key: string, job: () => Promise<void>): Promise<void> {
    const before = this.tails.get(key);
    const tail = (before ? before.then(job) : job()).catch(() => undefined);
    this.tails.set(key, tail);
    return tail.then(() => {
      if (this.tails.get(key) === tail) this.tails.delete(key);
    });
  }

  /** Resolves when all that was put in has ended. */
  async settled(): Promise<void> {
    while (this.tails.size > 0) await Promise.all(this.tails.values());
  }
}
