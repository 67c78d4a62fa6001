import { ApiProblem } from '@unityplan/sdk';
import type { AccessVerdict, Lacking } from './badges.ts';

/** Marks a query whose answer says what its reader may do (`meta`): asked anew when that may have changed unheard. */
export const tellsDoors = { doors: true };

/** Whether a query says what its reader may do, or was refused for want of a badge. */
export function isAboutDoors({ meta, state }: { meta: Record<string, unknown> | undefined; state: { error: unknown } }): boolean {
  return meta?.['doors'] === true || isDoorClosed(state.error);
}

/** Whether a call was refused for want of a badge: the door is closed, and the refusal tells the way in. */
export function isDoorClosed(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.code === 'badge_required';
}

/** Whether a call was refused because its member is signed in to another territory, of which the refusal says where it is. */
export function isAtHomeElsewhere(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.code === 'territory_mismatch' && typeof error.params['homeSlug'] === 'string';
}

/** The badges a refusal names. Empty when the answer is older than this page and says it in words only. */
export function lackingOf(error: ApiProblem): Lacking[] {
  const { lacking } = error.params;
  return Array.isArray(lacking) ? (lacking as Lacking[]).filter((one) => typeof one?.badge === 'string' && typeof one.name === 'object') : [];
}

/** How many of the lacking badges open the door. */
export function needsOf(error: ApiProblem): AccessVerdict['needs'] {
  const { needs } = error.params;
  return needs === 'one' || needs === 'some' ? needs : 'all';
}
