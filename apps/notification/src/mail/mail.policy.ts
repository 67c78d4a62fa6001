/** What an attempt to hand a mail over came to. */
export type Handover = { readonly outcome: 'sent' } | { readonly outcome: 'retry' | 'failed'; readonly note: string };

/** A mail that should not be sent any more, with the reason. */
export interface Cancelled {
  readonly outcome: 'cancelled';
  readonly note: string;
}

export function cancelled(note: string): Cancelled {
  return { outcome: 'cancelled', note };
}

const minute = 60_000;
const waits = [0.5 * minute, 2 * minute, 10 * minute, 30 * minute, 2 * 60 * minute, 6 * 60 * minute];
/** About two days of trying. */
export const mostAttempts = 12;
/** A claimed job whose worker died is taken up again after this; longer than any attempt can last. */
export const claimMs = 5 * minute;

/** When to try again after `attempts` failures. */
export function nextAttempt(now: number, attempts: number): Date {
  return new Date(now + waits[Math.min(attempts, waits.length) - 1]!);
}

// Answers that speak of our own account at the mail server, not of this mail: someone has to mend the configuration, and then it goes.
const ours = new Set([530, 534, 535, 538]);

/** A mail server's 5xx is its last word on a mail; everything else (4xx, a lost connection, a refused sign-in) may be different later. */
export function outcomeOf(error: unknown): Handover {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (responseCode === undefined) return { outcome: 'retry', note: `no answer (${code ?? 'unknown'})` };
  const last = responseCode >= 500 && responseCode < 600 && !ours.has(responseCode);
  return { outcome: last ? 'failed' : 'retry', note: `the mail server answered ${responseCode}` };
}
