import { z } from 'zod';
import { commonErrors } from '../kernel/common-errors.ts';
import { exampleId } from '../kernel/examples.ts';
import { badgeKey, badgeLevel, gate } from '../kernel/gates.ts';
import { defineRpc } from '../kernel/rpc.ts';
import { id, instant, territoryId } from '../kernel/shapes.ts';
import { badgeErrors } from './errors.ts';
import { badgeRules, badgeSummary, heldState } from './http.ts';
import { accessVerdict, holding } from './verdict.ts';

const exampleHolding = { badge: 'community-host', level: 1, territory: 'DK', awardedAt: '2026-01-01T00:00:00.000Z', expiresAt: null };

export const getHoldings = defineRpc({
  owner: 'badge', method: 'get_holdings', about: 'The badges of members that are not revoked, for the evaluator. Every id asked for is in the answer.',
  input: z.object({ memberIds: z.array(id).max(500) }), output: z.object({ holders: z.array(z.object({ memberId: id, holdings: z.array(holding) })) }),
  errors: [], deadlineMs: 1500, idempotent: true,
  example: { input: { memberIds: [exampleId(1)] }, output: { holders: [{ memberId: exampleId(1), holdings: [exampleHolding] }] } },
});
export const listRoleHolders = defineRpc({
  owner: 'badge', method: 'list_role_holders', about: 'Members of the territory who hold any of these badges, neither revoked nor expired, awarded anywhere (1,000 at most). Whether a badge counts at a place is for the evaluator.',
  input: z.object({ badges: z.array(badgeKey).max(20) }), output: z.object({ memberIds: z.array(id) }), errors: [], deadlineMs: 1500, idempotent: true,
  example: { input: { badges: ['moderator', 'territory-manager'] }, output: { memberIds: [exampleId(1)] } },
});
export const checkAccess = defineRpc({
  owner: 'badge', method: 'check_access', about: 'Whether a gate opens to a member (null: a guest) at a territory, and if not, what is missing and which course gives it.',
  input: z.object({ memberId: id.nullable(), place: territoryId, gate }), output: accessVerdict, errors: [], deadlineMs: 1500, idempotent: true,
  example: {
    input: { memberId: exampleId(1), place: 'DK', gate: { rule: 'badge', badge: 'community-host' } },
    output: { allowed: true, until: null, needs: 'all', lacking: [] },
  },
});
export const describeBadges = defineRpc({
  owner: 'badge', method: 'describe_badges', about: 'Names and pictures of badges. Unknown keys are left out.',
  input: z.object({ badges: z.array(badgeKey).max(100) }), output: z.object({ badges: z.array(badgeSummary.extend({ renewFromDays: badgeRules.shape.renewFromDays.optional().describe('How long before its end it can be renewed; only afterwards when left out') })) }),
  errors: [], deadlineMs: 1500, idempotent: true,
  example: {
    input: { badges: ['community-host'] },
    output: { badges: [{ badge: 'community-host', name: { en: 'Community host', da: 'Samtalevært' }, about: { en: '…', da: '…' }, level: 1, icon: 'host', colour: 'teal', scope: 'global', state: 'active', courses: [] }] },
  },
});
export const awardBadge = defineRpc({
  owner: 'badge', method: 'award_badge', about: 'Awards on behalf of the operator of the pod, also what is otherwise only earned: the first manager of a territory comes to office this way. The same key again changes nothing.',
  input: z.object({ memberId: id, badge: badgeKey, level: badgeLevel.default(1), territory: territoryId, reason: z.string().min(3).max(500), expiresAt: instant.nullable().default(null), key: z.string().min(8).max(128) }),
  output: z.object({ awardId: id }), errors: [badgeErrors.badge_unknown, badgeErrors.badge_archived, badgeErrors.award_prerequisites_missing, badgeErrors.award_outside_authority, commonErrors.input_invalid], deadlineMs: 3000, idempotent: true,
  example: { input: { memberId: exampleId(1), badge: 'territory-manager', territory: 'DK', reason: 'First manager', key: 'first-manager-dk' }, output: { awardId: exampleId(30) } },
});
const operatorAward = z.object({
  awardId: id, badge: badgeKey, level: badgeLevel, territory: territoryId, state: heldState, awardedAt: instant, expiresAt: instant.nullable(), revokedAt: instant.nullable(),
});
export const revokeBadge = defineRpc({
  owner: 'badge', method: 'revoke_badge', about: 'Takes back what a member holds of a badge at a territory, on behalf of the operator. Never the last manager.',
  input: z.object({ memberId: id, badge: badgeKey, territory: territoryId, reason: z.string().min(3).max(500) }), output: z.object({ awardIds: z.array(id) }),
  errors: [badgeErrors.badge_unknown, badgeErrors.award_not_held, badgeErrors.award_of_last_manager], deadlineMs: 3000, idempotent: true,
  example: { input: { memberId: exampleId(1), badge: 'territory-manager', territory: 'DK', reason: 'Has left' }, output: { awardIds: [exampleId(30)] } },
});
export const listAwards = defineRpc({
  owner: 'badge', method: 'list_awards', about: 'Everything a member was awarded, newest first (200 at most), for the operator.',
  input: z.object({ memberId: id }), output: z.object({ awards: z.array(operatorAward) }), errors: [], deadlineMs: 1500, idempotent: true,
  example: {
    input: { memberId: exampleId(1) },
    output: { awards: [{ awardId: exampleId(30), badge: 'territory-manager', level: 1, territory: 'DK', state: 'valid', awardedAt: '2026-01-01T00:00:00.000Z', expiresAt: null, revokedAt: null }] },
  },
});
export const findCycle = defineRpc({
  owner: 'badge', method: 'find_cycle', about: 'Whether publishing a course would close a circle of badges that nobody could ever get into, over all badges and published courses of the territory.',
  input: z.object({ courseId: id, name: z.string().max(200), gives: badgeKey, needs: gate.nullable() }), output: z.object({ cycle: z.array(z.string()).nullable().describe('Names in order, the first again at the end') }),
  errors: [], deadlineMs: 1500, idempotent: true,
  example: { input: { courseId: exampleId(40), name: 'Hosting', gives: 'community-host', needs: { rule: 'badge', badge: 'community-host' } }, output: { cycle: ['Hosting', 'Hosting'] } },
});
