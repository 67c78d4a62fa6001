import type { Avatar, RouteAnswer, user } from '@unityplan/contracts';
import type { StoredProfile } from '../db/schema.ts';
import type { OpenProfile } from './sealed-profiles.ts';

/** A profile as its owner sees it. */
export function toOwnProfile(row: StoredProfile, open: OpenProfile, avatar: Avatar | null): RouteAnswer<typeof user.getOwnProfile> {
  return { ...toPublicProfile(row, open, avatar), language: row.language, timeZone: row.time_zone, complete: open.displayName !== null };
}

/** A profile as others of the territory see it. */
export function toPublicProfile(row: StoredProfile, open: OpenProfile, avatar: Avatar | null): RouteAnswer<typeof user.getProfile> {
  return { memberId: row.member_id, handle: row.handle, displayName: open.displayName, avatar, about: open.about, memberSince: row.created_at.toISOString() };
}
