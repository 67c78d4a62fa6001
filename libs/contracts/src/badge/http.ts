import { z } from 'zod';
import { commonErrors } from '../kernel/common-errors.ts';
import { badgeKey, badgeLevel, gate, managers } from '../kernel/gates.ts';
import { pageOf, pageQuery } from '../kernel/pages.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id, instant, person, territoryId, writtenText } from '../kernel/shapes.ts';
import { badgeErrors } from './errors.ts';
import { accessVerdict, courseLink } from './verdict.ts';

const owner = 'badge';
const bothLanguages = (limits: { min: number; max: number }) => z.object({ en: writtenText(limits), da: writtenText(limits) });
const badgeOf = z.object({ badge: badgeKey });

/** Pictures are drawn by the frontend from an icon and a colour, so that every badge is legible in both themes. */
export const badgeIcon = z.enum(['host', 'shield', 'book', 'key', 'star', 'leaf', 'hands', 'voice', 'compass', 'crown']);
export const badgeColour = z.enum(['teal', 'amber', 'violet', 'rose', 'blue', 'green', 'slate']);
export const badgeState = z.enum(['draft', 'active', 'archived']);
export const badgeSummary = z.object({
  badge: badgeKey, name: z.object({ en: z.string(), da: z.string() }), about: z.object({ en: z.string(), da: z.string() }), level: badgeLevel, icon: badgeIcon, colour: badgeColour,
  scope: z.enum(['global', 'territory']), state: badgeState, courses: z.array(courseLink).describe('Published courses that give it'),
});
/** `validDays` null: never expires. `renewFromDays`: how long before its end it can be renewed by taking the course again. */
export const badgeRules = z.object({ validDays: z.int().min(1).max(3650).nullable(), renewFromDays: z.int().min(0).max(365), prerequisites: gate.nullable(), byHand: z.boolean().describe('May be awarded by hand') });
export const badgeDefinition = badgeSummary.extend({ criteria: z.object({ en: z.string(), da: z.string() }), version: z.int(), ...badgeRules.shape });
const definitionDraft = z.object({
  name: bothLanguages({ min: 2, max: 60 }), about: bothLanguages({ min: 2, max: 300 }), criteria: bothLanguages({ min: 2, max: 1000 }), icon: badgeIcon, colour: badgeColour, level: badgeLevel.default(1),
  ...badgeRules.shape,
});
export const heldState = z.enum(['valid', 'expired', 'revoked']);
/** One award as its holder and managers see it. */
export const award = z.object({
  awardId: id, badge: badgeSummary, holder: person, level: badgeLevel, territory: territoryId, state: heldState, awardedAt: instant, expiresAt: instant.nullable(), revokedAt: instant.nullable(),
  source: z.enum(['course', 'hand', 'renewal']), course: courseLink.nullable(), by: person.nullable(), reason: z.string().nullable(), revokedReason: z.string().nullable(),
  renewable: z.boolean().describe('Can be renewed now by taking its course again'),
});
/** What others see of someone's badge. */
export const shownBadge = z.object({
  awardId: id.optional().describe('What taking it back names; always given, optional because it came later'), badge: badgeSummary, level: badgeLevel, territory: territoryId, state: z.enum(['valid', 'expired']), awardedAt: instant, expiresAt: instant.nullable(),
});

export const listBadges = defineRoute({
  owner, id: 'listBadges', method: 'GET', path: '/badges', access: 'public', about: 'Badges that can be earned or given here, by name; managers also see drafts and archived ones.',
  query: pageQuery.extend({ state: badgeState.default('active') }), answer: pageOf(badgeSummary), errors: [commonErrors.cursor_invalid],
});
export const getBadge = defineRoute({
  owner, id: 'getBadge', method: 'GET', path: '/badges/{badge}', access: 'public', about: 'A badge with its criteria, how long it is valid, and how the caller can get it.',
  params: badgeOf,
  answer: z.object({ definition: badgeDefinition, held: award.nullable().describe('The caller’s own, newest'), way: accessVerdict.nullable().describe('Prerequisites for the caller; null when there are none or the caller is a guest') }),
  errors: [commonErrors.not_found],
});
export const defineBadge = defineRoute({
  owner, id: 'defineBadge', method: 'POST', path: '/badges', access: { gate: managers }, about: 'Makes a badge of this territory.', idempotencyKey: true,
  body: definitionDraft.extend({ badge: badgeKey, state: badgeState.default('draft') }), answer: badgeDefinition, status: 201,
  errors: [badgeErrors.badge_key_taken, badgeErrors.badge_cycle, badgeErrors.badge_unknown, commonErrors.idempotency_key_reused],
});
export const changeBadge = defineRoute({
  owner, id: 'changeBadge', method: 'PUT', path: '/badges/{badge}', access: { gate: managers }, about: 'A new version of a badge of this territory; awards keep the version they were made under.',
  params: badgeOf, body: definitionDraft.extend({ state: badgeState, version: z.int().min(1).describe('The version that was read') }), answer: badgeDefinition,
  errors: [commonErrors.not_found, badgeErrors.badge_shared, badgeErrors.badge_changed_meanwhile, badgeErrors.badge_cycle, badgeErrors.badge_unknown],
});
export const listOwnAwards = defineRoute({
  owner, id: 'listOwnAwards', method: 'GET', path: '/awards', access: 'member', about: 'The own badges, newest first, also expired and revoked ones with their reasons.',
  query: pageQuery, answer: pageOf(award), errors: [commonErrors.cursor_invalid],
});
export const listMemberBadges = defineRoute({
  owner, id: 'listMemberBadges', method: 'GET', path: '/members/{memberId}/badges', access: 'member', about: 'The badges someone shows, newest first.',
  params: z.object({ memberId: id }), query: pageQuery, answer: pageOf(shownBadge), errors: [commonErrors.cursor_invalid],
});
export const listHolders = defineRoute({
  owner, id: 'listHolders', method: 'GET', path: '/badges/{badge}/awards', access: { gate: managers }, about: 'Everyone who was awarded a badge, newest first.',
  params: badgeOf, query: pageQuery.extend({ state: heldState.optional() }), answer: pageOf(award), errors: [commonErrors.cursor_invalid, commonErrors.not_found],
});
export const createAward = defineRoute({
  owner, id: 'createAward', method: 'POST', path: '/badges/{badge}/awards', access: { gate: managers }, about: 'Awards a badge by hand, with the reason its holder reads. Awarding what is held renews it.', idempotencyKey: true,
  params: badgeOf, body: z.object({ memberId: id, level: badgeLevel.optional(), territory: territoryId.optional().describe('Where it counts; this territory when left out'), reason: writtenText({ min: 3, max: 500 }), expiresAt: instant.nullable().optional().describe('As the badge says when left out or null') }),
  answer: award, status: 201,
  errors: [commonErrors.not_found, badgeErrors.badge_archived, badgeErrors.badge_not_by_hand, badgeErrors.award_prerequisites_missing, badgeErrors.award_outside_authority, commonErrors.idempotency_key_reused],
});
export const revokeAward = defineRoute({
  owner, id: 'revokeAward', method: 'POST', path: '/awards/{awardId}/revocation', access: { gate: managers }, about: 'Takes a badge back, with the reason its holder reads. Twice is the same as once.',
  params: z.object({ awardId: id }), body: z.object({ reason: writtenText({ min: 3, max: 500 }) }), answer: award,
  errors: [commonErrors.not_found, badgeErrors.award_outside_authority, badgeErrors.award_of_last_manager],
});
export const checkOwnAccess = defineRoute({
  owner, id: 'checkOwnAccess', method: 'POST', path: '/access-checks', access: 'public', about: 'Whether a rule opens to the caller here, and if not, what is missing and how to get it.',
  body: z.object({ gate }), answer: accessVerdict,
});
