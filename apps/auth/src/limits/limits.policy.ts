/** A leaky bucket with a growing pause: `free` attempts at once, one more per `leakMs`, then pauses of base, 2·base, 4·base … up to `capMs`. */
export interface Limit {
  readonly free: number;
  readonly leakMs: number;
  readonly baseMs: number;
  readonly capMs: number;
}

const second = 1000;
const minute = 60 * second;

/**
 * Short pauses for an account, since whoever knows an address can cause them; long ones for one network guessing at one account;
 * wide room for a network, which may be a whole school. No pause is for ever, and a password reset lifts those of the account.
 */
export const limits = {
  account: { free: 10, leakMs: 2 * minute, baseMs: second, capMs: 5 * minute },
  pair: { free: 5, leakMs: 10 * minute, baseMs: second, capMs: 15 * minute },
  network: { free: 60, leakMs: 5 * second, baseMs: second, capMs: minute },
  mail: { free: 4, leakMs: 15 * minute, baseMs: 30 * second, capMs: 60 * minute },
  mailer: { free: 100, leakMs: 5 * second, baseMs: second, capMs: minute },
} as const satisfies Record<string, Limit>;
export type LimitKind = keyof typeof limits;

/** How full a leaking bucket was when it was last looked at, and until when it refuses. Instants are milliseconds since 1970. */
export interface Bucket {
  readonly level: number;
  readonly lastAt: number;
  readonly pausedUntil: number | null;
}

/** Milliseconds until another attempt may be made; 0 when it may now. */
export function pauseLeft(bucket: Bucket, now: number): number {
  return Math.max(0, (bucket.pausedUntil ?? 0) - now);
}

/** The bucket after one more attempt. */
export function counted(limit: Limit, bucket: Bucket, now: number): Bucket {
  const level = Math.max(0, bucket.level - (now - bucket.lastAt) / limit.leakMs) + 1;
  // Whole attempts: what leaked away in the seconds between them does not count for one.
  const over = Math.round(level) - limit.free;
  const pause = over < 0 ? 0 : Math.min(limit.capMs, limit.baseMs * 2 ** Math.min(over, 40));
  return { level, lastAt: now, pausedUntil: pause ? now + pause : null };
}
