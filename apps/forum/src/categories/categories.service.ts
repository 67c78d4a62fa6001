import { Inject, Injectable } from '@nestjs/common';
import { badge, badgesOf, commonErrors, forum, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { Outbox, RpcClient } from '@unityplan/messaging';
import { DB, once, type MemberContext } from '@unityplan/service-kit';
import { v7 } from 'uuid';
import { columnsOfGates, type Gates } from '../access/gates.policy.ts';
import { KnownCategories } from '../access/known-categories.views.ts';
import type { ForumDb, ForumTx } from '../db/schema.ts';
import { whoOf } from '../who.ts';
import { CategoriesRepository, constraintOf, slugConstraint } from './categories.repository.ts';
import { CategoriesViews, type CategoryRow } from './categories.views.ts';

type Draft = RouteInput<typeof forum.createCategory>['body'];
type Change = RouteInput<typeof forum.changeCategory>['body'];
const mostPerCall = 100;
type Answer = RouteAnswer<typeof forum.changeCategory>;

/** Managers make and change categories. A gate counts from the commit on: here at once, in every other process within a second. */
@Injectable()
export class CategoriesService {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly repository: CategoriesRepository,
    private readonly views: CategoriesViews,
    private readonly known: KnownCategories,
    private readonly outbox: Outbox,
    private readonly rpc: RpcClient,
  ) {}

  async create(call: MemberContext, body: Draft): Promise<Answer> {
    await this.refuseUnknownBadges(call.territory, body.gates);
    const request = { table: 'forum_requests', memberId: call.member.memberId, route: forum.createCategory.id, key: call.idempotencyKey, body, madeId: v7() };
    return this.answer(call, body.slug, async (tx) => {
      const categoryId = await once(tx.db, request, async () => {
        await this.repository.insert(tx, request.madeId, textsOf(body));
        await this.tell(tx, [request.madeId]);
        return request.madeId;
      });
      return this.views.row(tx.db, whoOf(call), categoryId);
    });
  }

  async change(call: MemberContext, categoryId: string, body: Change): Promise<Answer> {
    await this.refuseUnknownBadges(call.territory, body.gates);
    return this.answer(call, body.slug, async (tx) => {
      if (!(await this.repository.replace(tx, categoryId, body.revision, textsOf(body)))) throw await this.whyNot(tx, categoryId);
      await this.tell(tx, [categoryId]);
      return this.views.row(tx.db, whoOf(call), categoryId);
    });
  }

  /** Every category must be named once, so that an order made on an old page moves nothing by accident. */
  async order(call: MemberContext, categoryIds: readonly string[]): Promise<RouteAnswer<typeof forum.orderCategories>> {
    await this.db.transact(call.territory, async (tx) => {
      const present = await this.repository.idsInOrder(tx);
      if (present.length !== categoryIds.length || !present.every((id) => categoryIds.includes(id))) throw new Problem(forum.forumErrors.category_order_stale);
      const moved = categoryIds.filter((id, i) => present[i] !== id);
      if (moved.length === 0) return;
      await this.repository.putInOrder(tx, categoryIds);
      await this.tell(tx, moved.toSorted());
    });
    return this.views.list(whoOf(call));
  }

  private async answer(call: MemberContext, slug: string, work: (tx: ForumTx) => Promise<CategoryRow>): Promise<Answer> {
    try {
      const row = await this.db.transact(call.territory, work);
      return (await this.views.present(whoOf(call), [row]))[0]!;
    } catch (error) {
      if (constraintOf(error) === slugConstraint) throw new Problem(forum.forumErrors.category_slug_taken, { slug });
      throw error;
    }
  }

  private async tell(tx: ForumTx, categoryIds: readonly string[]): Promise<void> {
    for (const categoryId of categoryIds) await this.outbox.publish(tx, forum.categoryChanged, { categoryId });
    tx.onCommit(() => this.known.forget(tx.territory));
  }

  private async whyNot(tx: ForumTx, categoryId: string): Promise<Problem> {
    const present = await this.repository.exists(tx, categoryId);
    return present ? new Problem(forum.forumErrors.category_changed_meanwhile, { revision: present.revision }) : new Problem(commonErrors.not_found);
  }

  /** A gate that names a badge nobody can have would lock its door for good, by a slip of the pen. */
  private async refuseUnknownBadges(territory: string, gates: Gates): Promise<void> {
    const named = [...new Set(Object.values(gates).flatMap(badgesOf))];
    for (let i = 0; i < named.length; i += mostPerCall) {
      const asked = named.slice(i, i + mostPerCall);
      const { badges } = await this.rpc.call(badge.describeBadges, territory, { badges: asked });
      const unknown = asked.find((key) => !badges.some((one) => one.badge === key));
      if (unknown) throw new Problem(badge.badgeErrors.badge_unknown, { badge: unknown });
    }
  }
}

function textsOf({ slug, name, about, gates }: Draft) {
  return { slug, name_en: name.en, name_da: name.da, about_en: about.en, about_da: about.da, ...columnsOfGates(gates) };
}
