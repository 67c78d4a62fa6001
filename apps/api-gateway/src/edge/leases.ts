import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { RateLimiterRes } from 'rate-limiter-flexible';
import QuickLRU from 'quick-lru';

interface Lease {
  left: number;
  /** By `performance.now()`; nothing of it counts later. */
  until: number;
  /** A refusal: nothing is asked until then. */
  spent: boolean;
  asking: Promise<void> | undefined;
}

const mostKnown = 50_000;
/** Of a limit: how much one process takes at a time. The rest of it lapses with the window, so a limit is never exceeded. */
const share = 10;
const mostAtOnce = 64;

/**
 * Takes points of a shared limit some at a time, so that a call costs a subtraction and one in many a question to Redis. Small limits
 * are counted one by one. Whoever has used a limit up is refused from memory until the window ends.
 */
export class Leases {
  private readonly known = new QuickLRU<string, Lease>({ maxSize: mostKnown });
  private readonly size: number;
  constructor(private readonly limiter: RateLimiterAbstract) {
    this.size = Math.max(1, Math.min(mostAtOnce, Math.floor(limiter.points / share)));
  }

  /** 0 when there was a point for the call, or the milliseconds until there is one. `who` names the caller, `hidden` is what the store gets to know. */
  take(who: string, hidden: () => string): number | Promise<number> {
    const lease = this.known.get(who);
    if (lease && lease.until > performance.now()) {
      if (lease.left > 0) {
        lease.left--;
        return 0;
      }
      if (lease.spent) return lease.until - performance.now();
    }
    return this.ask(who, hidden);
  }

  private async ask(who: string, hidden: () => string): Promise<number> {
    for (;;) {
      let lease = this.known.get(who);
      if (!lease || (lease.until <= performance.now() && !lease.asking)) this.known.set(who, (lease = { left: 0, until: Infinity, spent: false, asking: undefined }));
      if (lease.left > 0) {
        lease.left--;
        return 0;
      }
      if (lease.spent) return Math.max(1, lease.until - performance.now());
      lease.asking ??= this.refill(lease, hidden()).finally(() => (lease.asking = undefined));
      await lease.asking;
    }
  }

  private async refill(lease: Lease, key: string): Promise<void> {
    const told = await this.limiter.consume(key, this.size).catch((error: unknown) => {
      if (error instanceof RateLimiterRes) return error;
      throw error;
    });
    // Counting is atomic: of what was counted up, that below the limit is ours.
    const over = Math.max(0, told.consumedPoints - this.limiter.points);
    lease.left = Math.max(0, this.size - over);
    lease.until = performance.now() + Math.max(1, told.msBeforeNext);
    lease.spent = over > 0;
  }
}
