import type { forum, Person, RouteAnswer } from '@unityplan/contracts';
import { toReadState } from '../reading/read-state.policy.ts';
import { isPinned } from './topic-changes.policy.ts';
import type { TopicRow } from './topics.views.ts';

export type TopicSummary = RouteAnswer<typeof forum.listTopics>['items'][number];

export function toTopic(row: TopicRow, personOf: (memberId: string) => Person, now: number): TopicSummary {
  return {
    topicId: row.id,
    slug: row.slug,
    title: row.title,
    categoryId: row.category_id,
    author: personOf(row.author_id),
    createdAt: row.created_at.toISOString(),
    lastActivityAt: row.last_activity_at.toISOString(),
    lastAuthor: personOf(row.last_author_id),
    postCount: row.post_count,
    closed: row.closed_by !== null,
    pinned: isPinned(row, now) ? { until: row.pinned_until?.toISOString() ?? null } : null,
    reading: toReadState(row.post_count, row.seen_up_to),
  };
}

/** Everyone a topic's answer shows. */
export function topicPeople(row: TopicRow): string[] {
  return [row.author_id, row.last_author_id];
}
