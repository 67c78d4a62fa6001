/** What an attempt to send something came to. `uncertain`: it may have arrived. `held` waits without counting as an attempt. */
export type Attempt =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'retry'; readonly note: string; readonly uncertain?: boolean; readonly notBefore?: number }
  | { readonly outcome: 'failed' | 'cancelled'; readonly note: string }
  | { readonly outcome: 'held'; readonly until: number };

/** Something that should not be sent any more, with the reason. */
export type Cancelled = Attempt & { readonly outcome: 'cancelled' };

export function cancelled(note: string): Cancelled {
  return { outcome: 'cancelled', note };
}

/** A service that is asked for texts or addresses is away, or the writing failed: it can wait. */
export function couldNotBeWritten(error: unknown): Attempt {
  return { outcome: 'retry', note: `could not be written: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}` };
}

const minute = 60_000;
const waits = [0.5 * minute, 2 * minute, 10 * minute, 30 * minute, 2 * 60 * minute, 6 * 60 * minute];
/** About two days of trying. */
export const mostAttempts = 12;
/** A claimed job whose worker died is taken up again after this; longer than any attempt can last. */
export const claimMs = 5 * minute;

/** When to try again after `attempts` failures; later when the other side says so, within a day. */
export function nextAttempt(now: number, attempts: number, notBefore = 0): Date {
  return new Date(Math.max(now + waits[Math.min(attempts, waits.length) - 1]!, Math.min(notBefore, now + 24 * 60 * minute)));
}
