import { course as courses, type Person } from '@unityplan/contracts';

/** The person behind a course or a save; null for the territory itself. */
export function authorOf(memberId: string, personOf: (memberId: string) => Person): Person | null {
  return memberId === courses.territoryAuthorId ? null : personOf(memberId);
}
