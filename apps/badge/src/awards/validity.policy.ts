/** How long badges are valid, and when their holders are told (ADR 11). Instants are milliseconds since 1970, null is never. */

export const dayMs = 86_400_000;
/** Days before its end at which the holder of a badge is told. */
const noticeDays = [30, 7, 1] as const;
export type NoticeDays = (typeof noticeDays)[number];

/** A badge is valid for days (null: for good), and can be renewed in its last ones. */
export interface ValidityRules {
  readonly validDays: number | null;
  readonly renewFromDays: number;
}

/** When a badge ends that is given now; `asked` is an end that whoever gives it has set. */
export function firstEnd(now: number, { validDays }: ValidityRules, asked: number | null): number | null {
  return asked ?? (validDays === null ? null : now + validDays * dayMs);
}

/**
 * When a held badge ends after it was earned or given again. Renewed within its last `renewFromDays` it goes on from its end, so
 * that nobody loses days by being early; renewed before or after that, from now. Renewing never shortens.
 */
export function renewedEnd(now: number, held: number | null, rules: ValidityRules, asked: number | null): number | null {
  if (held === null) return null;
  if (asked === null && rules.validDays === null) return null;
  const early = held > now && now >= held - rules.renewFromDays * dayMs;
  return Math.max(held, asked ?? (early ? held : now) + rules.validDays! * dayMs);
}

/** Whether taking its course again now would count from the end of a badge rather than from today, or bring it back. */
export function isRenewable(now: number, expiresAt: number | null, { validDays, renewFromDays }: ValidityRules): boolean {
  return expiresAt !== null && validDays !== null && now >= expiresAt - renewFromDays * dayMs;
}

/** The next instant after `after` at which something must be told about a badge; null when there is none. */
export function nextDue(expiresAt: number | null, after: number): number | null {
  if (expiresAt === null) return null;
  return [...noticeDays, 0].map((days) => expiresAt - days * dayMs).find((instant) => instant > after) ?? null;
}

/** What to tell at `now`, when `due` has come: only the latest, since earlier ones are not true any more. */
export function dueNow(expiresAt: number, now: number): 'expired' | NoticeDays {
  return now >= expiresAt ? 'expired' : noticeDays.findLast((days) => now >= expiresAt - days * dayMs)!;
}
