import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type forum, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { CLOCK, DB, decodeCursor, People, toPage, type Clock } from '@unityplan/service-kit';
import { z } from 'zod';
import { Access } from '../access/access.views.ts';
import { inCategories } from '../db/in-categories.ts';
import type { ForumDb, ForumReader } from '../db/schema.ts';
import type { Who } from '../who.ts';
import { decisionPeople, toDecision, type Decision } from './decisions.mapper.ts';
import { appealState } from './hidings.views.ts';

export type DecisionRow = Awaited<ReturnType<ReturnType<DecisionsViews['rows']>['execute']>>[number];
type PageQuery = { readonly cursor?: string | undefined; readonly limit: number };

/** Ids are made in order of time. */
const place = z.tuple([z.uuid()]);

@Injectable()
export class DecisionsViews {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly people: People,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Decisions with the topic and post they are about: the one query behind every screen that shows decisions. */
  rows(reader: ForumReader) {
    return reader
      .selectFrom('forum_decisions as decision')
      .innerJoin('forum_topics as topic', 'topic.id', 'decision.topic_id')
      .leftJoin('forum_posts as post', 'post.id', 'decision.post_id')
      .selectAll('decision')
      .select([
        'topic.slug', 'topic.title', 'topic.category_id', 'topic.author_id as topic_author_id', 'post.number', 'post.excerpt', 'post.hidden_by', 'post.deleted_at as post_deleted_at',
        appealState.as('appeal_state'),
      ]);
  }

  /** The public log, of what the caller may read. Dismissed flags are not in it. */
  async log(who: Who, query: RouteInput<typeof forum.listModerationLog>['query']): Promise<RouteAnswer<typeof forum.listModerationLog>> {
    const { categoryId, topicId } = query;
    if (categoryId) await this.access.require(who, categoryId, 'read');
    const within = categoryId ? [categoryId] : await this.access.where(who, 'read');
    return this.page(who, `log ${categoryId ?? ''} ${topicId ?? ''}`, query, (rows) => {
      let shown = rows.where('decision.action', '<>', 'flags_dismissed');
      if (within !== 'all') shown = shown.where(inCategories('topic.category_id', within));
      return topicId ? shown.where('decision.topic_id', '=', topicId) : shown;
    });
  }

  /** What was decided about someone's own posts and topics, whatever their categories ask for by now. */
  sanctions(who: Who & { memberId: string }, query: PageQuery): Promise<RouteAnswer<typeof forum.listOwnSanctions>> {
    return this.page(who, 'sanctions', query, (rows) => rows.where('decision.author_id', '=', who.memberId).where('decision.action', '<>', 'flags_dismissed'));
  }

  async get(who: Who, decisionId: string): Promise<Decision> {
    const row = await this.db.read(who.territory, (reader) => this.rows(reader).where('decision.id', '=', decisionId).executeTakeFirst());
    if (!row) throw new Problem(commonErrors.not_found);
    if (row.author_id !== who.memberId || row.action === 'flags_dismissed') await this.access.require(who, row.category_id, row.action === 'flags_dismissed' ? 'moderate' : 'read');
    return (await this.present(who, [row]))[0]!;
  }

  /** Adds the people. Call it after a transaction: it asks other services. */
  async present(who: Who, rows: readonly DecisionRow[]): Promise<Decision[]> {
    const moderated = rows.some(({ hidden_by }) => hidden_by !== null) ? await this.access.where(who, 'moderate') : [];
    const personOf = await this.people.of(who.territory, rows.flatMap(decisionPeople));
    const now = this.clock();
    return rows.map((row) => toDecision(row, { personOf, memberId: who.memberId, moderates: moderated === 'all' || moderated.includes(row.category_id), now }));
  }

  private async page(who: Who, list: string, { cursor: text, limit }: PageQuery, narrow: (rows: ReturnType<DecisionsViews['rows']>) => ReturnType<DecisionsViews['rows']>) {
    const cursor = decodeCursor(list, text, place);
    const backwards = cursor?.direction === 'before';
    const rows = await this.db.read(who.territory, (reader) => {
      let found = narrow(this.rows(reader));
      if (cursor) found = found.where('decision.id', backwards ? '>' : '<', cursor.values[0]);
      return found.orderBy('decision.id', backwards ? 'asc' : 'desc').limit(limit + 1).execute();
    });
    const page = toPage(list, rows, limit, cursor, (row) => [row.id]);
    return { items: await this.present(who, page.rows), next: page.next, previous: page.previous };
  }
}
