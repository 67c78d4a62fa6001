import type { RouteAnswer, user } from '@unityplan/contracts';
import type { StoredProfile } from '../db/schema.ts';
import type { OpenProfile } from './sealed-profiles.ts';

/** A profile as its owner sees it. */
export function toOwnProfile(row: StoredProfile, open: OpenProfile): RouteAnswer<typeof user.getOwnProfile> {
  return { ...toPublicProfile(row, open), language: row.language, timeZone: row.time_zone, complete: open.displayName !== null };
}

/** A profile as others of the territory see it. */
export function toPublicProfile(row: StoredProfile, open: OpenProfile): RouteAnswer<typeof user.getProfile> {
  return { memberId: row.member_id, handle: row.handle, displayName: open.displayName, about: open.about, memberSince: row.created_at.toISOString() };
}
