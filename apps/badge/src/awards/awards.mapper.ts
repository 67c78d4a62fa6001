import type { badge as badges, Person, RouteAnswer, RpcOutput } from '@unityplan/contracts';
import type { Definition, Summary } from '../definitions/definitions.views.ts';
import type { CourseLink } from '../courses/courses.views.ts';
import type { AwardRow } from './awards.repository.ts';
import { isRenewable } from './validity.policy.ts';

type State = 'valid' | 'expired' | 'revoked';
type HoldingRow = Pick<AwardRow, 'badge' | 'level' | 'territory' | 'awarded_at' | 'expires_at'>;

export interface AwardParts {
  readonly now: number;
  readonly summaryOf: (badge: string) => Summary;
  readonly definitionOf: (badge: string) => Definition | undefined;
  readonly personOf: (memberId: string) => Person;
  readonly courseOf: (courseId: string) => CourseLink | undefined;
  readonly reasonOf: (row: AwardRow, kind: 'given' | 'revoked') => string | null;
}

export function stateOf({ revoked_at, expires_at }: Pick<AwardRow, 'revoked_at' | 'expires_at'>, now: number): State {
  if (revoked_at) return 'revoked';
  return expires_at !== null && expires_at.getTime() <= now ? 'expired' : 'valid';
}

export function toAward(row: AwardRow, parts: AwardParts): RouteAnswer<typeof badges.createAward> {
  const definition = parts.definitionOf(row.badge);
  const badge = parts.summaryOf(row.badge);
  const rules = definition && { validDays: definition.valid_days, renewFromDays: definition.renew_from_days };
  return {
    awardId: row.id, badge, holder: parts.personOf(row.member_id), level: row.level, territory: row.territory, state: stateOf(row, parts.now),
    awardedAt: row.awarded_at.toISOString(), expiresAt: row.expires_at?.toISOString() ?? null, revokedAt: row.revoked_at?.toISOString() ?? null,
    source: row.renewed_at ? 'renewal' : row.source, course: row.course_id === null ? null : (parts.courseOf(row.course_id) ?? null),
    by: row.by_id === null ? null : parts.personOf(row.by_id), reason: parts.reasonOf(row, 'given'), revokedReason: parts.reasonOf(row, 'revoked'),
    renewable: !row.revoked_at && rules !== undefined && badge.state === 'active' && badge.courses.length > 0 && isRenewable(parts.now, row.expires_at?.getTime() ?? null, rules),
  };
}

export function toShown(row: AwardRow, { now, summaryOf }: Pick<AwardParts, 'now' | 'summaryOf'>): RouteAnswer<typeof badges.listMemberBadges>['items'][number] {
  const { id, level, territory } = row;
  return { awardId: id, badge: summaryOf(row.badge), level, territory, state: stateOf(row, now) === 'valid' ? 'valid' : 'expired', awardedAt: row.awarded_at.toISOString(), expiresAt: row.expires_at?.toISOString() ?? null };
}

/** What the evaluator needs to know. */
export function toHolding({ badge, level, territory, awarded_at, expires_at }: HoldingRow): badges.Holding {
  return { badge, level, territory, awardedAt: awarded_at.toISOString(), expiresAt: expires_at?.toISOString() ?? null };
}

export function toOperatorAward(row: AwardRow, now: number): RpcOutput<typeof badges.listAwards>['awards'][number] {
  const { badge, level, territory } = row;
  return {
    awardId: row.id, badge, level, territory, state: stateOf(row, now), awardedAt: row.awarded_at.toISOString(), expiresAt: row.expires_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}

/** A badge that nobody defines any more is still shown to who holds it. */
export function unknownSummary(badge: string): Summary {
  return { badge, name: { en: badge, da: badge }, about: { en: '', da: '' }, level: 1, icon: 'star', colour: 'slate', scope: 'territory', state: 'archived', courses: [] };
}
