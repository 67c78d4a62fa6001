import type { RequestsTable } from '@unityplan/service-kit';
import type { Reader, TerritoryDb, Tx } from '@unityplan/territory';
import type { CategoriesTable } from './categories.table.ts';
import type { PostsTable } from './posts.table.ts';
import type { RevisionsTable } from './revisions.table.ts';
import type { TopicsTable } from './topics.table.ts';

/** The forum's part of a territory's schema. */
export interface ForumSchema {
  forum_categories: CategoriesTable;
  forum_topics: TopicsTable;
  forum_posts: PostsTable;
  forum_post_revisions: RevisionsTable;
  forum_requests: RequestsTable;
}

export type ForumDb = TerritoryDb<ForumSchema>;
export type ForumTx = Tx<ForumSchema>;
export type ForumReader = Reader<ForumSchema>;
