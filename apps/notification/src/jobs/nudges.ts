import { Injectable } from '@nestjs/common';

/** Those who look for work of their own, by what they look for. */
export type Worker = 'mail' | 'push' | 'digests' | 'spreads';

/** Tells a worker of this process that there is work; whoever leaves work need not know who does it. */
@Injectable()
export class Nudges {
  private readonly listeners = new Map<Worker, (territory: string, inMs: number) => void>();

  listen(worker: Worker, fn: (territory: string, inMs: number) => void): void {
    this.listeners.set(worker, fn);
  }

  nudge(worker: Worker, territory: string, inMs = 0): void {
    this.listeners.get(worker)?.(territory, inMs);
  }
}
