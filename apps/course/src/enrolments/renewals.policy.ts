import type { Verdict } from '@unityplan/permissions';

const dayMs = 86_400_000;
interface Given { readonly badge: string; readonly level: number }

/**
 * A course is worth taking again when its badge has expired or is about to, or when it gives a badge now that it did not give then. A badge
 * that is simply not there was taken back, or is on its way: another run would change neither.
 */
export function isRenewable(of: { verdict: Verdict; gives: Given; gave: Given | null; renewFromDays: number; now: number }): boolean {
  const { verdict, gives, gave, renewFromDays, now } = of;
  if (verdict.allowed) return verdict.until !== null && now >= verdict.until - renewFromDays * dayMs;
  if (gave?.badge !== gives.badge || gave.level < gives.level) return true;
  return verdict.lacks.some(({ reason }) => reason === 'expired');
}
