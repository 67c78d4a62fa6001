/** Waiting times of the live connection, in milliseconds. Applications leave them alone; tests shorten them. */
export interface LiveTiming {
  /** From asking for a ticket to `ready`. */
  readonly connectMs: number;
  /** Longest time between two pings; the server may ask for a shorter one. A dead connection is found within two of them. */
  readonly heartbeatMs: number;
  /** How long a ping may go unanswered after the page came back to the front or the network returned. */
  readonly probeMs: number;
  /** The first wait after a drop is up to this long, the next up to twice, and so on up to `maxBackoffMs`. */
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
  /** A connection that lived this long counts as good: the next drop starts with the shortest wait again. */
  readonly stableMs: number;
  /** How often to look at the clock, and the jump that means the machine was asleep. */
  readonly clockMs: number;
  readonly sleepMs: number;
}

export const defaultTiming: LiveTiming = {
  connectMs: 10_000,
  heartbeatMs: 12_000,
  probeMs: 3_000,
  backoffMs: 500,
  maxBackoffMs: 30_000,
  stableMs: 10_000,
  clockMs: 4_000,
  sleepMs: 10_000,
};

/** Full jitter: after a server restart its clients return spread out, not all at once. */
export function backoff(attempt: number, { backoffMs, maxBackoffMs }: LiveTiming, random = Math.random()): number {
  return random * Math.min(maxBackoffMs, backoffMs * 2 ** Math.min(attempt, 20));
}
