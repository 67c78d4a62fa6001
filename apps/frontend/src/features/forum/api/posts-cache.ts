import type { QueryClient } from '@tanstack/react-query';
import type { Post, TopicPage } from '@unityplan/sdk';
import { patchItems, type Page, type Pages } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import type { PostsStart } from './get-posts.ts';
import { forumKeys } from './keys.ts';

export type PostPages = Pages<Post, PostsStart>;

/** Puts later posts at the end of a window that reaches the topic's end; others find them when they get there. */
export function appendPosts(data: PostPages | undefined, added: Page<Post>): PostPages | undefined {
  const last = data?.pages.at(-1);
  if (!data || !last || last.next !== null) return data;
  const known = new Set(data.pages.flatMap((page) => page.items.map((post) => post.postId)));
  const items = added.items.filter((post) => !known.has(post.postId));
  if (items.length === 0) return data;
  return { ...data, pages: [...data.pages.slice(0, -1), { ...last, items: [...last.items, ...items], next: added.next }] };
}

/** The number of the last post of a window that reaches the end; undefined when it does not. */
export function endOf(data: PostPages | undefined): number | undefined {
  const last = data?.pages.at(-1);
  if (!last || last.next !== null) return undefined;
  return data?.pages.flatMap((page) => page.items).at(-1)?.number ?? 0;
}

/** Puts a changed post in the place of the old one. */
export function replacePost(client: QueryClient, changed: Post): void {
  client.setQueriesData<PostPages>({ queryKey: forumKeys.posts(changed.topicId) }, (data) => patchItems(data, (post) => (post.postId === changed.postId && changed.revision >= post.revision ? changed : post)));
}

/** Puts a post that was hidden or shown again in its place, whatever its revision. */
export function replaceHidden(client: QueryClient, changed: Post): void {
  client.setQueriesData<PostPages>({ queryKey: forumKeys.posts(changed.topicId) }, (data) => patchItems(data, (post) => (post.postId === changed.postId ? changed : post)));
}

/** Leaves the marker of a deleted post. */
export function markDeleted(client: QueryClient, topicId: string, postId: string): void {
  client.setQueriesData<PostPages>({ queryKey: forumKeys.posts(topicId) }, (data) => patchItems(data, (post) => (post.postId === postId ? { ...post, deleted: true, html: '', markdown: '' } : post)));
}

/** The topic has at least this many posts. */
export function growTopic(client: QueryClient, topicId: string, number: number): void {
  client.setQueryData<TopicPage>(forumKeys.topic(topicId), (topic) => {
    if (!topic || topic.postCount >= number) return topic;
    const { reading } = topic;
    const more = number - topic.postCount;
    return { ...topic, postCount: number, reading: reading && { ...reading, unread: reading.unread + more, firstUnread: reading.firstUnread ?? topic.postCount + 1 } };
  });
}

/** Loads what came after the end of each window that shows the end. Answers what is new to any of them. */
export async function catchUp(client: QueryClient, topicId: string): Promise<Post[]> {
  // A window on its way may be older than what just happened: it is compared once it is there.
  while (client.isFetching({ queryKey: forumKeys.posts(topicId) }) > 0) await new Promise((go) => setTimeout(go, 100));
  const found = new Map<string, Post>();
  for (const [key, data] of client.getQueriesData<PostPages>({ queryKey: forumKeys.posts(topicId) })) {
    const end = endOf(data);
    if (end === undefined) continue;
    const added = await sdk.listPosts({ params: { topicId }, query: { from: end + 1, limit: 50 } });
    const later = { ...added, items: added.items.filter((post) => post.number > end) };
    client.setQueryData<PostPages>(key, (now) => appendPosts(now, later));
    for (const post of later.items) found.set(post.postId, post);
  }
  const posts = [...found.values()];
  for (const post of posts) growTopic(client, topicId, post.number);
  return posts;
}
