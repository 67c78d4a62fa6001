import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, forum, Problem, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { CLOCK, DB, decodeCursor, toPage, type Clock, type MemberContext } from '@unityplan/service-kit';
import { sql } from 'kysely';
import { z } from 'zod';
import { Access } from '../access/access.views.ts';
import { inCategories } from '../db/in-categories.ts';
import type { ForumDb, ForumReader } from '../db/schema.ts';
import { memberOf } from '../who.ts';
import { CaseDetails } from './case-details.views.ts';
import type { Case } from './cases.mapper.ts';

export type CaseWithPost = Awaited<ReturnType<ReturnType<CasesViews['rows']>['execute']>>[number];
type Query = RouteInput<typeof forum.listCases>['query'];

/** Waiting cases by id, which are in order of time; decided ones by when they were. */
const waitingPlace = z.tuple([z.uuid()]);
const decidedPlace = z.tuple([z.int().min(0).max(8.64e15), z.uuid()]);

@Injectable()
export class CasesViews {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly details: CaseDetails,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The queue of the categories that someone moderates, without what is about their own posts. */
  async list(call: MemberContext, query: Query): Promise<RouteAnswer<typeof forum.listCases>> {
    const who = memberOf(call);
    const { state, kind, categoryId, limit } = query;
    if (categoryId) await this.access.require(who, categoryId, 'moderate');
    const within = categoryId ? [categoryId] : await this.access.somewhere(who, 'moderate');
    const list = `cases ${state} ${kind ?? ''} ${categoryId ?? ''}`;
    const decided = state === 'decided';
    const cursor = decided ? decodeCursor(list, query.cursor, decidedPlace) : decodeCursor(list, query.cursor, waitingPlace);
    const onward = cursor?.direction !== 'before';
    // Waiting ones are read upwards, decided ones downwards.
    const ascending = onward !== decided;
    const rows = await this.db.read(who.territory, (reader) => {
      let cases = this.inState(this.rows(reader), state).where('case.author_id', '<>', who.memberId);
      if (kind) cases = cases.where('case.kind', '=', kind);
      if (within !== 'all') cases = cases.where(inCategories('topic.category_id', within));
      const [way, order] = [sql.raw(ascending ? '>' : '<'), ascending ? ('asc' as const) : ('desc' as const)];
      if (cursor && decided) cases = cases.where(sql<boolean>`("case".decided_at, "case".id) ${way} (${new Date(cursor.values[0] as number)}::timestamptz, ${cursor.values[1]}::uuid)`);
      else if (cursor) cases = cases.where(sql<boolean>`"case".id ${way} ${cursor.values[0]}::uuid`);
      if (decided) cases = cases.orderBy('case.decided_at', order);
      return cases.orderBy('case.id', order).limit(limit + 1).execute();
    });
    const page = toPage(list, rows, limit, cursor, (row) => (decided ? [row.decided_at!.getTime(), row.id] : [row.id]));
    return { items: await this.details.present(who, page.rows), next: page.next, previous: page.previous };
  }

  async get(call: MemberContext, caseId: string): Promise<Case> {
    const who = memberOf(call);
    const row = await this.db.read(who.territory, (reader) => this.rows(reader).where('case.id', '=', caseId).executeTakeFirst());
    if (!row) throw new Problem(commonErrors.not_found);
    await this.access.require(who, row.category_id, 'moderate');
    if (row.author_id === who.memberId) throw new Problem(forum.moderationErrors.moderation_of_own_post);
    return (await this.details.present(who, [row]))[0]!;
  }

  private rows(reader: ForumReader) {
    return reader
      .selectFrom('forum_cases as case')
      .innerJoin('forum_topics as topic', 'topic.id', 'case.topic_id')
      .innerJoin('forum_posts as post', 'post.id', 'case.post_id')
      .selectAll('case')
      .select(['topic.slug', 'topic.title', 'topic.category_id', 'post.number', 'post.created_at', 'post.html', 'post.hidden_by', 'post.deleted_at']);
  }

  private inState(cases: ReturnType<CasesViews['rows']>, state: Query['state']) {
    const now = new Date(this.clock());
    if (state === 'decided') return cases.where('case.decided_at', 'is not', null);
    const waiting = cases.where('case.decided_at', 'is', null);
    if (state === 'claimed') return waiting.where('case.claimed_until', '>', now);
    return waiting.where((eb) => eb.or([eb('case.claimed_until', 'is', null), eb('case.claimed_until', '<=', now)]));
  }
}
