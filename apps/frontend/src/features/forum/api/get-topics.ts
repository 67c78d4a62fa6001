import type { TopicSummary } from '@unityplan/sdk';
import { itemsOf, pagedQuery, type Page } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';

/** Topics by latest activity, of one category or all. */
export const topicsQuery = (categoryId?: string) =>
  pagedQuery(forumKeys.topics(categoryId), (from, signal) => sdk.listTopics({ query: { ...(categoryId ? { categoryId } : {}), ...from }, signal }));

/** Topics as they are listed: the pinned ones of a category first, each topic once. */
export function listedTopics(data: { pages: readonly (Page<TopicSummary> & { pinned: TopicSummary[] })[] } | undefined, pinnedFirst: boolean): TopicSummary[] {
  const topics = itemsOf(data, (topic) => topic.topicId);
  const pinned = pinnedFirst ? (data?.pages[0]?.pinned ?? []) : [];
  // The list is patched live and the pinned ones are not, so where both know a topic the list's is newer.
  const ofPinned = pinned.map((each) => topics.find((topic) => topic.topicId === each.topicId) ?? each);
  const ids = new Set(pinned.map((topic) => topic.topicId));
  return [...ofPinned, ...topics.filter((topic) => !ids.has(topic.topicId))];
}
