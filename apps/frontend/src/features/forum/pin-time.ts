export type PinFor = 'forever' | 'day' | 'week' | 'month' | 'date';

const days = { day: 1, week: 7, month: 30 } as const;

/** Until when a topic is pinned: null for good, undefined when `local` (a `datetime-local` value) is no time that is still to come. */
export function pinnedUntil(span: PinFor, local: string, now: number): string | null | undefined {
  if (span === 'forever') return null;
  if (span !== 'date') return new Date(now + days[span] * 86_400_000).toISOString();
  const at = local === '' ? Number.NaN : new Date(local).getTime();
  return at > now ? new Date(at).toISOString() : undefined;
}
