import type { RequestsTable } from '@unityplan/service-kit';
import type { Reader, TerritoryDb, Tx } from '@unityplan/territory';
import type { AppealsTable, CasesTable, FlagsTable, MemberKeysTable } from './cases.table.ts';
import type { CategoriesTable } from './categories.table.ts';
import type { DecisionsTable } from './decisions.table.ts';
import type { PostsTable } from './posts.table.ts';
import type { CategoryReadsTable, DraftsTable, TopicReadsTable } from './reading.table.ts';
import type { RevisionsTable } from './revisions.table.ts';
import type { TopicsTable } from './topics.table.ts';
import type { VoteDaysTable, VotesTable } from './votes.table.ts';

/** The forum's part of a territory's schema. */
export interface ForumSchema {
  forum_categories: CategoriesTable;
  forum_topics: TopicsTable;
  forum_posts: PostsTable;
  forum_post_revisions: RevisionsTable;
  forum_requests: RequestsTable;
  forum_votes: VotesTable;
  forum_vote_days: VoteDaysTable;
  forum_decisions: DecisionsTable;
  forum_cases: CasesTable;
  forum_flags: FlagsTable;
  forum_appeals: AppealsTable;
  forum_member_keys: MemberKeysTable;
  forum_drafts: DraftsTable;
  forum_topic_reads: TopicReadsTable;
  forum_category_reads: CategoryReadsTable;
}

export type ForumDb = TerritoryDb<ForumSchema>;
export type ForumTx = Tx<ForumSchema>;
export type ForumReader = Reader<ForumSchema>;
