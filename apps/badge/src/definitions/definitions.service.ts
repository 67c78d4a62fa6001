import { Inject, Injectable } from '@nestjs/common';
import { badge as badges, commonErrors, Problem, type Gate, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, DB, once, type Clock, type MemberContext } from '@unityplan/service-kit';
import type { BadgeDb, BadgeTx } from '../db/schema.ts';
import { DefinitionsList } from './definitions-list.views.ts';
import { DefinitionsRepository } from './definitions.repository.ts';
import { DefinitionsViews, type Definition } from './definitions.views.ts';
import { sameContent, sayCircle, unknownBadge } from './ways.policy.ts';

type New = RouteInput<typeof badges.defineBadge>['body'];
type Change = RouteInput<typeof badges.changeBadge>['body'];
type Content = Omit<New, 'badge'>;
type Answer = RouteAnswer<typeof badges.defineBadge>;
const { badge_key_taken, badge_shared, badge_changed_meanwhile, badge_cycle, badge_unknown } = badges.badgeErrors;

/** Makes and changes the badges of a territory; every change is a version. */
@Injectable()
export class DefinitionsService {
  constructor(
    @Inject(DB) private readonly db: BadgeDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly repository: DefinitionsRepository,
    private readonly views: DefinitionsViews,
    private readonly list: DefinitionsList,
    private readonly outbox: Outbox,
  ) {}

  async define(call: MemberContext, body: New): Promise<Answer> {
    const { badge, ...content } = body;
    await this.refuseUnobtainable(call.territory, badge, content);
    const { memberId } = call.member;
    await this.db.transact(call.territory, async (tx) => {
      const request = { table: 'badge_requests', memberId, route: badges.defineBadge.id, key: call.idempotencyKey, body };
      await once(tx.db, request, async () => {
        if ((await this.views.current(tx.db, badge)) || !(await this.add(tx, badge, 1, content, memberId))) throw new Problem(badge_key_taken, { badge });
        return badge;
      });
    });
    return this.now(call.territory, badge);
  }

  /** Adds a version after the one that was read. Saving the same again changes nothing. */
  async change(call: MemberContext, badge: string, { version, ...content }: Change): Promise<Answer> {
    await this.refuseUnobtainable(call.territory, badge, content);
    await this.db.transact(call.territory, async (tx) => {
      const before = await this.views.current(tx.db, badge);
      if (!before) throw new Problem(commonErrors.not_found);
      if (before.scope === 'global') throw new Problem(badge_shared, { badge: before.name });
      if (sameContent(contentOf(before), content)) return;
      if (before.state !== 'draft' && content.state === 'draft')
        throw new Problem(commonErrors.input_invalid, {}, [{ path: 'body.state', message: 'A badge that came out can be archived; it is no draft again' }]);
      if (before.version !== version || !(await this.add(tx, badge, version + 1, content, call.member.memberId))) throw new Problem(badge_changed_meanwhile, { version: before.version });
    });
    return this.now(call.territory, badge);
  }

  /** The badge as the transaction left it: the same request may have been carried out by another one a moment ago. */
  private now(territory: string, badge: string): Promise<Answer> {
    this.views.forget(territory);
    return this.list.definition(territory, badge);
  }

  private async add(tx: BadgeTx, badge: string, version: number, content: Content, memberId: string): Promise<boolean> {
    const { name, about, criteria, prerequisites, validDays, renewFromDays, byHand, ...plain } = content;
    const added = await this.repository.add(tx, {
      ...plain, badge, version, name: JSON.stringify(name), about: JSON.stringify(about), criteria: JSON.stringify(criteria), prerequisites: prerequisites && JSON.stringify(prerequisites),
      valid_days: validDays, renew_from_days: renewFromDays, by_hand: byHand, defined_at: new Date(this.clock()), defined_by: memberId,
    });
    if (!added) return false;
    await this.outbox.publish(tx, badges.badgeDefined, { badge, version });
    tx.onCommit(() => this.views.changed(tx.territory));
    return true;
  }

  private async refuseUnobtainable(territory: string, badge: string, { prerequisites, name, byHand }: Pick<Content, 'name' | 'byHand'> & { prerequisites: Gate | null }): Promise<void> {
    const known = await this.views.all(territory);
    const unknown = unknownBadge(prerequisites, { has: (key) => key === badge || known.has(key) });
    if (unknown !== undefined) throw new Problem(badge_unknown, { badge: unknown });
    const circle = await this.list.circle(territory, { badge, name, prerequisites, by_hand: byHand });
    if (circle) throw new Problem(badge_cycle, { cycle: sayCircle(circle) });
  }
}

/** A stored version in the words of the contract. */
function contentOf({ name, about, criteria, icon, colour, level, state, valid_days, renew_from_days, prerequisites, by_hand }: Definition): Content {
  return { name, about, criteria, icon, colour, level, state, validDays: valid_days, renewFromDays: renew_from_days, prerequisites, byHand: by_hand };
}
