import type { SessionRow } from '../db/sessions.table.ts';

const day = 24 * 60 * 60 * 1000;
/** A session ends after this long without a refresh … */
export const idleMs = 30 * day;
/** … and in any case after this long. */
export const absoluteMs = 90 * day;
/** How long a replaced token still answers, with the token that took its place: two tabs refresh at the same moment. */
export const graceMs = 30_000;

export type FamilyState = Pick<SessionRow, 'generation' | 'rotations' | 'ended_at' | 'idle_until' | 'absolute_until'>;

/**
 * What a genuine token that was not the current one means: `over` when the session has ended anyway, `grace` when it was replaced a
 * moment ago by another tab, `replayed` when it is older: then someone has a copy of it.
 */
export function judgeOlder(family: FamilyState | undefined, generation: number, now: number): 'over' | 'grace' | 'replayed' {
  if (!family || !isOpen(family, now)) return 'over';
  const steps = family.generation - generation;
  if (steps < 1) return 'over';
  const replaced = steps <= family.rotations.length ? family.rotations.at(-steps) : undefined;
  return replaced && now - replaced.getTime() <= graceMs ? 'grace' : 'replayed';
}

function isOpen(family: Omit<FamilyState, 'generation' | 'rotations'>, now: number): boolean {
  return family.ended_at === null && family.idle_until.getTime() > now && family.absolute_until.getTime() > now;
}
