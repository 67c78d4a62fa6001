import type { forum, Person, RouteAnswer } from '@unityplan/contracts';
import type { TopicRow } from './topics.views.ts';

export function toTopic(row: TopicRow, personOf: (memberId: string) => Person): RouteAnswer<typeof forum.getTopic> {
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
  };
}

/** Everyone a topic's answer shows. */
export function topicPeople(row: TopicRow): string[] {
  return [row.author_id, row.last_author_id];
}
