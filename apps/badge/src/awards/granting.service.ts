import { Inject, Injectable } from '@nestjs/common';
import type { Verdict } from '@unityplan/permissions';
import { CLOCK, Permissions, type Clock } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import type { AwardSource } from '../db/awards.table.ts';
import type { BadgeTx } from '../db/schema.ts';
import { DefinitionsViews, type Definition } from '../definitions/definitions.views.ts';
import { Announcing } from './announcing.service.ts';
import { toHolding } from './awards.mapper.ts';
import { AwardsRepository, type AwardRow } from './awards.repository.ts';
import { Reasons } from './reasons.service.ts';
import { firstEnd, nextDue, renewedEnd } from './validity.policy.ts';

/** A member whose badges nobody else can change until the transaction ends. */
export interface LockedMember {
  readonly memberId: string;
  readonly wrapped: string | null;
  /** Valid or expired. */
  held: AwardRow[];
  readonly revoked: readonly AwardRow[];
}

/** What is given, and by what or whom. */
export interface Gift {
  readonly level: number;
  /** Where it counts. */
  readonly territory: string;
  readonly source: AwardSource;
  readonly courseId: string | null;
  readonly byId: string | null;
  readonly reason: string | null;
  /** An end that was asked for, in place of the badge's own. */
  readonly expiresAt: Date | null;
}

/** Gives and renews badges: the one place that writes what a member holds. */
@Injectable()
export class Granting {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly repository: AwardsRepository,
    private readonly definitions: DefinitionsViews,
    private readonly permissions: Permissions,
    private readonly reasons: Reasons,
    private readonly announcing: Announcing,
  ) {}

  async lock(tx: BadgeTx, memberId: string): Promise<LockedMember> {
    const wrapped = await this.repository.lockMember(tx, memberId, this.reasons.newKey(tx.territory, memberId));
    const rows = await this.repository.all(tx, memberId);
    return { memberId, wrapped, held: rows.filter(({ revoked_at }) => !revoked_at), revoked: rows.filter(({ revoked_at }) => revoked_at) };
  }

  /** What a member lacks of a badge's prerequisites; undefined when nothing. */
  missing(member: LockedMember, { prerequisites }: Definition, place: string): Verdict | undefined {
    if (!prerequisites) return undefined;
    const verdict = this.permissions.decide(prerequisites, { signedIn: true, holdings: member.held.map(toHolding) }, place);
    return verdict.allowed ? undefined : verdict;
  }

  /** Gives a badge, or renews it when it is held, and records why. The caller has checked that it may be given. Answers the award. */
  async give(tx: BadgeTx, member: LockedMember, definition: Definition, gift: Gift): Promise<AwardRow> {
    const reasonSealed = this.reasons.seal({ territory: tx.territory, ...member }, 'given', gift.reason);
    const row = await this.write(tx, member, definition, gift, reasonSealed);
    const { level, territory, source, courseId, byId } = gift;
    await this.repository.addGrant(tx, {
      id: v7(), member_id: member.memberId, badge: definition.badge, level, territory, source, completion_id: null, course_id: courseId, by_id: byId,
      reason_sealed: reasonSealed, granted_at: new Date(this.clock()), award_id: row.id, expires_at: row.expires_at, looked_version: definition.version,
    });
    await this.settle(tx, member);
    return row;
  }

  /** Gives what waits for the member and can be given now; each gift may make another possible. Answers how many still wait. */
  async settle(tx: BadgeTx, member: LockedMember): Promise<number> {
    let waiting = await this.repository.waiting(tx, member.memberId);
    const known = new Map<string, Definition | undefined>();
    for (let given = true; given && waiting.length > 0; ) {
      given = false;
      for (const grant of waiting) {
        if (!known.has(grant.badge)) known.set(grant.badge, await this.definitions.current(tx.db, grant.badge));
        const definition = known.get(grant.badge);
        const looked_version = definition?.version ?? 0;
        if (definition?.state === 'active' && !isTakenBack(member, grant) && !this.missing(member, definition, grant.territory)) {
          const { level, territory, source, course_id: courseId } = grant;
          const row = await this.write(tx, member, definition, { level, territory, source, courseId, byId: null, reason: null, expiresAt: null }, null);
          await this.repository.settleGrant(tx, grant.id, { award_id: row.id, expires_at: row.expires_at, looked_version });
          waiting = waiting.filter(({ id }) => id !== grant.id);
          given = true;
        } else if (looked_version > grant.looked_version) {
          await this.repository.settleGrant(tx, grant.id, { looked_version });
          grant.looked_version = looked_version;
        }
      }
    }
    return waiting.length;
  }

  /** Moves the end of what is held, or begins it. An end that does not move is no news. */
  private async write(tx: BadgeTx, member: LockedMember, definition: Definition, gift: Gift, reasonSealed: string | null): Promise<AwardRow> {
    const now = this.clock();
    const { badge, version, valid_days: validDays, renew_from_days: renewFromDays } = definition;
    const rules = { validDays, renewFromDays };
    const asked = gift.expiresAt?.getTime() ?? null;
    const because = { definition_version: version, source: gift.source, course_id: gift.courseId, by_id: gift.byId, reason_sealed: reasonSealed };
    const held = member.held.find((one) => one.badge === badge && one.level === gift.level && one.territory === gift.territory);
    if (!held) {
      const end = firstEnd(now, rules, asked);
      const row = await this.repository.insert(tx, {
        id: v7(), member_id: member.memberId, badge, level: gift.level, territory: gift.territory, ...because, awarded_at: new Date(now), ...endsAt(end, now),
      });
      member.held = [...member.held, row];
      await this.announcing.awarded(tx, row, false);
      return row;
    }
    const end = renewedEnd(now, held.expires_at?.getTime() ?? null, rules, asked);
    const moved = end !== (held.expires_at?.getTime() ?? null);
    const row = await this.repository.update(tx, held.id, { ...because, ...(moved ? { renewed_at: new Date(now), ...endsAt(end, now) } : {}) });
    member.held = member.held.map((one) => (one.id === row.id ? row : one));
    if (moved) await this.announcing.awarded(tx, row, true);
    return row;
  }
}

/** A badge that was taken back comes back by hand only: whoever took it could otherwise be overruled by taking the course again. */
export function isTakenBack({ held, revoked }: LockedMember, { badge, territory }: Pick<AwardRow, 'badge' | 'territory'>): boolean {
  const same = (one: AwardRow): boolean => one.badge === badge && one.territory === territory;
  return revoked.some(same) && !held.some(same);
}

function endsAt(end: number | null, now: number): { expires_at: Date | null; due_at: Date | null } {
  const due = nextDue(end, now);
  return { expires_at: end === null ? null : new Date(end), due_at: due === null ? null : new Date(due) };
}
