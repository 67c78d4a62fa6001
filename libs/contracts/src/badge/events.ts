import { z } from 'zod';
import { defineEvent } from '../kernel/events.ts';
import { exampleId } from '../kernel/examples.ts';
import { badgeKey, badgeLevel } from '../kernel/gates.ts';
import { id, instant, territoryId } from '../kernel/shapes.ts';

// All about one member's badges in one order: nobody sees a badge revoked before it was awarded.
const ofMember = { version: 1, scope: 'territory', owner: 'badge', orderBy: 'memberId', personal: [] } as const;
const award = z.object({ awardId: id, memberId: id, badge: badgeKey, territory: territoryId });
const example = { awardId: exampleId(30), memberId: exampleId(1), badge: 'community-host', territory: 'DK' };

export const awardSource = z.enum(['course', 'hand', 'renewal']);
export const badgeAwarded = defineEvent({
  ...ofMember, name: 'badge.awarded', about: 'A member earned, was given or renewed a badge.',
  payload: award.extend({ level: badgeLevel, expiresAt: instant.nullable(), source: awardSource, courseId: id.nullable(), byId: id.nullable() }),
  example: { ...example, level: 1, expiresAt: null, source: 'course', courseId: exampleId(40), byId: null },
});
export const badgeRevoked = defineEvent({
  ...ofMember, name: 'badge.revoked', about: 'A badge was taken back, with a reason that its holder can read.', payload: award.extend({ byId: id.nullable() }), example: { ...example, byId: exampleId(2) },
});
export const badgeExpired = defineEvent({
  ...ofMember, name: 'badge.expired', about: 'The time of a badge is over: it stays on show and opens no door.', payload: award, example,
});
export const badgeExpiring = defineEvent({
  ...ofMember, name: 'badge.expiring', about: 'A badge will expire in 30, 7 or 1 days; told once each.',
  payload: award.extend({ expiresAt: instant, days: z.union([z.literal(30), z.literal(7), z.literal(1)]) }), example: { ...example, expiresAt: '2027-01-01T00:00:00.000Z', days: 30 },
});
export const badgeDefined = defineEvent({
  version: 1, scope: 'territory', owner: 'badge', orderBy: 'badge', personal: [], name: 'badge.defined', about: 'A definition of this territory was made or changed.',
  payload: z.object({ badge: badgeKey, version: z.int() }), example: { badge: 'community-host', version: 1 },
});
