import { Inject, Injectable } from '@nestjs/common';
import { forum, type RouteAnswer } from '@unityplan/contracts';
import { DB } from '@unityplan/service-kit';
import { sql, type Selectable } from 'kysely';
import { gatesOf } from '../access/gates.policy.ts';
import { Explained } from '../access/explained.views.ts';
import type { CategoriesTable } from '../db/categories.table.ts';
import type { ForumDb, ForumReader } from '../db/schema.ts';
import { seenUpTo } from '../reading/read-state.policy.ts';
import type { Who } from '../who.ts';
import { toCategory } from './categories.mapper.ts';

export type CategoryRow = Selectable<CategoriesTable> & { last_activity_at: Date | null; unread_topics: number | null };
/** Unread ones are looked for among so many topics of latest activity, so that the cost has a limit. */
const mostUnread = 100;

@Injectable()
export class CategoriesViews {
  constructor(
    @Inject(DB) private readonly db: ForumDb,
    private readonly explained: Explained,
  ) {}

  /** All categories in their own order. The latest activity is one step into an index per category, so posts need not keep it here. */
  async list(who: Who): Promise<RouteAnswer<typeof forum.listCategories>> {
    const rows = await this.db.read(who.territory, (reader) => this.rows(reader, who).orderBy('category.position').limit(forum.mostCategories).execute());
    return { items: await this.present(who, rows) };
  }

  /** For answering a write from within its own transaction; see `present`. */
  row(reader: ForumReader, who: Who, categoryId: string): Promise<CategoryRow> {
    return this.rows(reader, who).where('category.id', '=', categoryId).executeTakeFirstOrThrow();
  }

  /** Adds what the caller may do. Call it after a transaction: it asks another service. */
  async present(who: Who, rows: readonly CategoryRow[]): Promise<RouteAnswer<typeof forum.listCategories>['items']> {
    const may = await this.explained.may(who, rows.map(gatesOf));
    return rows.map((row, i) => toCategory(row, may[i]!));
  }

  private rows(reader: ForumReader, who: Who) {
    const unread = who.memberId === undefined ? sql<number | null>`null::int` : sql<number | null>`(
      select count(*)::int from (
        select * from forum_topics where category_id = category.id order by last_activity_at desc limit ${mostUnread}
      ) topic where ${seenUpTo(who.memberId)} < topic.post_count)`;
    return reader
      .selectFrom('forum_categories as category')
      .leftJoinLateral(
        (eb) =>
          eb
            .selectFrom('forum_topics as topic')
            .select('topic.last_activity_at')
            .whereRef('topic.category_id', '=', 'category.id')
            .orderBy('topic.last_activity_at', 'desc')
            .limit(1)
            .as('latest'),
        (join) => join.onTrue(),
      )
      .selectAll('category')
      .select(['latest.last_activity_at', unread.as('unread_topics')]);
  }
}
