import type { badge as badges, forum, Person, RpcOutput } from '@unityplan/contracts';
import type { About, Details } from '../db/notifications.table.ts';

export type Excerpt = RpcOutput<typeof forum.getExcerpts>['posts'][number];
export type Decision = RpcOutput<typeof forum.getDecisions>['decisions'][number];
export type Badge = RpcOutput<typeof badges.describeBadges>['badges'][number];
export type Course = Badge['courses'][number];

/** What must be known of an entry to read what it is about. */
export interface Pointer {
  readonly subject_id: string;
  readonly about: About;
  readonly details: Details;
}

/** What an entry says now, to one member. */
export type Content =
  | { readonly kind: 'post'; readonly post: Excerpt; readonly actor: Person }
  | { readonly kind: 'badge'; readonly badge: Badge; readonly course: Course | null; readonly by: Person | null }
  | { readonly kind: 'moderation'; readonly decision: Decision; readonly moderator: Person }
  | { readonly kind: 'queue' };
export type ContentOf<K extends Content['kind']> = Extract<Content, { kind: K }>;

/** What kind of content an entry points to. */
export function kindOf(about: About): Content['kind'] {
  if (about === 'post') return 'post';
  if (about === 'flag' || about === 'appeal') return 'queue';
  return about.startsWith('badge_') ? 'badge' : 'moderation';
}

/** The course to name with a badge: the one that gave it, or one that renews it. */
export function courseFor(badge: Badge, { about, details }: Pointer): Course | null {
  if (about === 'badge_revoked') return null;
  if (details.courseId) return badge.courses.find(({ courseId }) => courseId === details.courseId) ?? null;
  return about === 'badge_expiring' || about === 'badge_expired' ? (badge.courses[0] ?? null) : null;
}

const day = 24 * 3_600_000;

/** In how many days something ends, counted from now and not from when its reminder came; 0 when it has ended. Null when it has no end. */
export function daysLeft({ expiresAt }: Details, now: number): number | null {
  return expiresAt ? Math.max(0, Math.ceil((Date.parse(expiresAt) - now) / day)) : null;
}

/** How a person is called in a sentence; null when they have no name. */
export function nameOf({ displayName, handle }: Person): string | null {
  return displayName ?? (handle ? `@${handle}` : null);
}
