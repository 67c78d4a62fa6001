import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Problem, type forum, type RouteAnswer } from '@unityplan/contracts';
import { DB, decodeCursor, toPage } from '@unityplan/service-kit';
import { sql } from 'kysely';
import { z } from 'zod';
import { Access } from '../access/access.views.ts';
import { inCategories } from '../db/in-categories.ts';
import { Confidential } from '../confidential/confidential.service.ts';
import type { ForumDb, ForumReader } from '../db/schema.ts';
import type { Who } from '../who.ts';

export type Draft = RouteAnswer<typeof forum.getPostDraft>;
type Member = Who & { readonly memberId: string };
type Row = Awaited<ReturnType<ReturnType<DraftsViews['rows']>['execute']>>[number];
export interface DraftText {
  readonly title: string;
  readonly markdown: string;
  readonly replyToPostId: string | null;
}

const place = z.tuple([z.int().min(0).max(8.64e15), z.string().max(60)]);

@Injectable()
export class DraftsViews {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly access: Access,
    private readonly confidential: Confidential,
  ) {}

  /** What a member has begun, newest first, where they may read now. */
  async list(who: Member, query: { cursor?: string | undefined; limit: number }): Promise<RouteAnswer<typeof forum.listPostDrafts>> {
    const cursor = decodeCursor('drafts', query.cursor, place);
    const backwards = cursor?.direction === 'before';
    const within = await this.access.where(who, 'read');
    const { rows, keys } = await this.db.read(who.territory, async (reader) => {
      let drafts = this.rows(reader, who.memberId);
      if (within !== 'all') drafts = drafts.where(inCategories(categoryOfDraft, within));
      if (cursor) drafts = drafts.where(sql<boolean>`(draft.saved_at, draft.place) ${sql.raw(backwards ? '>' : '<')} (${new Date(cursor.values[0])}::timestamptz, ${cursor.values[1]})`);
      const order = backwards ? 'asc' : 'desc';
      return {
        rows: await drafts.orderBy('draft.saved_at', order).orderBy('draft.place', order).limit(query.limit + 1).execute(),
        keys: await this.confidential.keys(reader, [who.memberId]),
      };
    });
    const page = toPage('drafts', rows, query.limit, cursor, (row) => [row.saved_at.getTime(), row.place]);
    return { items: page.rows.flatMap((row) => this.toDraft(who, row, keys) ?? []), next: page.next, previous: page.previous };
  }

  async get(who: Member, place: string): Promise<Draft> {
    const { row, keys } = await this.db.read(who.territory, (reader) => this.read(reader, who, place));
    const draft = row && this.toDraft(who, row, keys);
    if (!draft) throw new Problem(commonErrors.not_found);
    await this.access.require(who, draft.categoryId, 'read');
    return draft;
  }

  /** For answering a write from within its own transaction, whose caller has been asked for the right to read. */
  async saved(reader: ForumReader, who: Member, place: string): Promise<Draft> {
    const { row, keys } = await this.read(reader, who, place);
    return this.toDraft(who, row!, keys)!;
  }

  private async read(reader: ForumReader, who: Member, place: string) {
    return { row: await this.rows(reader, who.memberId).where('draft.place', '=', place).executeTakeFirst(), keys: await this.confidential.keys(reader, [who.memberId]) };
  }

  private rows(reader: ForumReader, memberId: string) {
    return reader
      .selectFrom('forum_drafts as draft')
      .leftJoin('forum_topics as topic', 'topic.id', 'draft.topic_id')
      .selectAll('draft')
      .select(['topic.slug', 'topic.title as topic_title', categoryOfDraft.as('in_category')])
      .where('draft.member_id', '=', memberId);
  }

  private toDraft(who: Member, row: Row, keys: ReadonlyMap<string, string>): Draft | undefined {
    const text = this.confidential.open(who.territory, who.memberId, 'forum_drafts', row.sealed, keys);
    if (text === null) return undefined;
    const topic = row.topic_id === null ? null : { topicId: row.topic_id, slug: row.slug!, title: row.topic_title! };
    return { place: row.place, revision: row.revision, savedAt: row.saved_at.toISOString(), topic, categoryId: row.in_category, ...(JSON.parse(text) as DraftText) };
  }
}

/** A draft is where its topic is now. */
const categoryOfDraft = sql<string>`coalesce(topic.category_id, draft.category_id)`;
