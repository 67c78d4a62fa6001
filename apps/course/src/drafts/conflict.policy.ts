import { course as courses, Problem, type Person, type Sentence } from '@unityplan/contracts';

/** A draft that was saved by someone else, or elsewhere, since it was read. */
export interface Newer {
  readonly revision: number;
  readonly savedAt: Date;
  readonly savedBy: string;
}

/** The refusal, with who saved what is newer and when. */
export function draftChanged(newer: Newer, readerId: string, person: Person): Problem {
  return new Problem(courses.courseErrors.draft_changed_meanwhile, { revision: newer.revision, at: newer.savedAt.toISOString(), byId: newer.savedBy, by: byWhom(newer.savedBy, readerId, person) });
}

function byWhom(savedBy: string, readerId: string, { displayName, handle }: Person): Sentence {
  if (savedBy === readerId) return { en: 'yourself, on another device or in another window', da: 'dig selv på en anden enhed eller i et andet vindue' };
  if (savedBy === courses.territoryAuthorId) return { en: 'the territory', da: 'territoriet' };
  const name = displayName ?? (handle === null ? undefined : `@${handle}`);
  return { en: name ?? 'another teacher', da: name ?? 'en anden underviser' };
}
