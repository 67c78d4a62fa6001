import { Inject, Injectable } from '@nestjs/common';
import type { forum, RouteAnswer } from '@unityplan/contracts';
import { DB, decodeCursor, toPage } from '@unityplan/service-kit';
import { z } from 'zod';
import { Access } from '../access/access.views.ts';
import { inCategories } from '../db/in-categories.ts';
import { Confidential } from '../confidential/confidential.service.ts';
import type { ForumDb, ForumReader } from '../db/schema.ts';
import type { Member } from '../who.ts';

type Flag = RouteAnswer<typeof forum.flagPost>;
type Row = Awaited<ReturnType<ReturnType<FlagsViews['rows']>['execute']>>[number];

/** Ids are made in order of time. */
const place = z.tuple([z.uuid()]);
const outcomes: Record<string, Flag['outcome']> = { post_hidden: 'hidden', flags_dismissed: 'dismissed' };

@Injectable()
export class FlagsViews {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly confidential: Confidential,
  ) {}

  /** What a member flagged, where they may read now, with the outcomes. */
  async listOwn(who: Member, query: { cursor?: string | undefined; limit: number }): Promise<RouteAnswer<typeof forum.listOwnFlags>> {
    const cursor = decodeCursor('flags', query.cursor, place);
    const backwards = cursor?.direction === 'before';
    const within = await this.access.where(who, 'read');
    const { rows, keys } = await this.db.read(who.territory, async (reader) => {
      let flags = this.rows(reader, who.memberId);
      if (within !== 'all') flags = flags.where(inCategories('topic.category_id', within));
      if (cursor) flags = flags.where('flag.id', backwards ? '>' : '<', cursor.values[0]);
      return { rows: await flags.orderBy('flag.id', backwards ? 'asc' : 'desc').limit(query.limit + 1).execute(), keys: await this.confidential.keys(reader, [who.memberId]) };
    });
    const page = toPage('flags', rows, query.limit, cursor, (row) => [row.id]);
    return { items: page.rows.map((row) => this.toFlag(who, row, keys)), next: page.next, previous: page.previous };
  }

  /** For answering a write from within its own transaction. */
  async own(reader: ForumReader, who: Member, flagId: string): Promise<Flag> {
    const row = await this.rows(reader, who.memberId).where('flag.id', '=', flagId).executeTakeFirstOrThrow();
    return this.toFlag(who, row, await this.confidential.keys(reader, [who.memberId]));
  }

  private rows(reader: ForumReader, memberId: string) {
    return reader
      .selectFrom('forum_flags as flag')
      .innerJoin('forum_cases as case', 'case.id', 'flag.case_id')
      .innerJoin('forum_topics as topic', 'topic.id', 'case.topic_id')
      .innerJoin('forum_posts as post', 'post.id', 'case.post_id')
      .leftJoin('forum_decisions as decision', 'decision.id', 'case.decision_id')
      .select([
        'flag.id', 'flag.kind', 'flag.text_sealed', 'flag.flagged_at', 'case.post_id', 'post.number', 'topic.id as topic_id', 'topic.slug', 'topic.title',
        'decision.action', 'decision.reason', 'decision.decided_at',
      ])
      .where('flag.flagger_id', '=', memberId);
  }

  private toFlag(who: Member, row: Row, keys: ReadonlyMap<string, string>): Flag {
    return {
      flagId: row.id,
      kind: row.kind,
      text: this.confidential.open(who.territory, who.memberId, 'forum_flags', row.text_sealed, keys),
      at: row.flagged_at.toISOString(),
      topic: { topicId: row.topic_id, slug: row.slug, title: row.title },
      postId: row.post_id,
      postNumber: row.number,
      outcome: outcomes[row.action ?? ''] ?? 'open',
      reason: row.reason,
      decidedAt: row.decided_at?.toISOString() ?? null,
    };
  }
}
