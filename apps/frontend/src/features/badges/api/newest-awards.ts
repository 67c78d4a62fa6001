/** The newest award of each badge, from a list that is newest first: what one holds, not its whole history. */
export function newestAwards<T extends { badge: { badge: string }; state: string }>(awards: readonly T[]): T[] {
  const newest = new Map<string, T>();
  for (const award of awards) {
    const held = newest.get(award.badge.badge);
    // A valid one counts over a newer one that was taken back.
    if (!held || (held.state !== 'valid' && award.state === 'valid')) newest.set(award.badge.badge, award);
  }
  return [...newest.values()];
}

/** Whether a date is near enough to say so: within 30 days. */
export function isSoon(at: string | null, now: number): boolean {
  return at !== null && Date.parse(at) - now < 30 * 86_400_000;
}

/** When the next of these badges ends; undefined when none does. */
export function nextEnd(awards: readonly { state: string; expiresAt: string | null }[], now: number): number | undefined {
  const ends = awards.flatMap(({ state, expiresAt }) => (state === 'valid' && expiresAt && Date.parse(expiresAt) > now ? [Date.parse(expiresAt)] : []));
  return ends.length > 0 ? Math.min(...ends) : undefined;
}
