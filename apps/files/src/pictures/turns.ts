import { commonErrors, Problem } from '@unityplan/contracts';

/** Lets few work at once and some wait; who comes on top of that is asked to come again. */
export class Turns {
  private working = 0;
  private readonly waiting: (() => void)[] = [];
  constructor(private readonly limits: { readonly atOnce: number; readonly inLine: number }) {}

  /** Throws service_unavailable when the line is full. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.working >= this.limits.atOnce) {
      if (this.waiting.length >= this.limits.inLine) throw new Problem(commonErrors.service_unavailable);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.working++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.working--;
    }
  }
}
