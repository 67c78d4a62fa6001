import type { Attempt } from '../jobs/attempts.ts';

/** An error of an SMTP dialogue, as nodemailer gives it. */
export interface SmtpFailure {
  readonly code?: string | undefined;
  readonly responseCode?: number | undefined;
}

// Answers that speak of our own account at the mail server, not of this mail: someone has to mend the configuration, and then it goes.
const ours = new Set([530, 534, 535, 538]);

/**
 * A mail server's 5xx is its last word on a mail; everything else (4xx, a lost connection, a refused sign-in) may be different later.
 * `connected`: it was ready for a mail; what it said before, also in its greeting, is said of no mail. `handedOver`: the whole mail had
 * left before the line broke, so it may have arrived.
 */
export function outcomeOf({ responseCode, code }: SmtpFailure, { connected, handedOver }: { readonly connected: boolean; readonly handedOver: boolean }): Attempt {
  if (responseCode === undefined) return { outcome: 'retry', note: `no answer (${code ?? 'unknown'})`, uncertain: handedOver };
  const last = connected && responseCode >= 500 && responseCode < 600 && !ours.has(responseCode);
  return { outcome: last ? 'failed' : 'retry', note: `the mail server answered ${responseCode}` };
}

/** A kept line that broke before anything of the mail was accepted was dead all along: a new line tells, and nothing can be doubled. */
export function wasDeadLine(failure: SmtpFailure, line: { readonly reused: boolean; readonly handedOver: boolean }): boolean {
  return line.reused && !line.handedOver && (failure.responseCode === undefined || failure.responseCode === 421);
}
