import type { websocket } from '@unityplan/contracts';

/** What an event adds to streams: the same entry in each of them. */
export interface Draft {
  readonly streams: readonly string[];
  readonly name: websocket.StreamEntry['name'];
  readonly data: websocket.StreamEntry['data'];
}

interface TopicFacts { topicId: string; categoryId: string; authorId: string; postId: string }
interface PostFacts extends TopicFacts { number: number }

/** A new topic is news in its category and in the whole territory. */
export function topicOpened({ topicId, categoryId, authorId, postId }: TopicFacts): Draft {
  return { streams: [`topic:${topicId}`, `category:${categoryId}`, 'territory'], name: 'topic.created', data: { topicId, categoryId, authorId, postId, number: 1 } };
}

/** A reply moves its topic up in its category's list, so both are told; and so is a deletion, which changes the counts. */
export function postChanged(name: 'post.created' | 'post.deleted', { topicId, categoryId, authorId, postId, number }: PostFacts): Draft {
  return { streams: [`topic:${topicId}`, `category:${categoryId}`], name, data: { topicId, categoryId, authorId, postId, number } };
}

/** An edit shows only inside the topic. */
export function postEdited({ topicId, categoryId, authorId, postId, number, revision }: PostFacts & { revision: number }): Draft {
  return { streams: [`topic:${topicId}`], name: 'post.edited', data: { topicId, categoryId, authorId, postId, number, revision } };
}

export function notified({ memberId, notificationId }: { memberId: string; notificationId: string }): Draft {
  return { streams: [`member:${memberId}`], name: 'notification.created', data: { notificationId } };
}
export function notificationsRead({ memberId, unread }: { memberId: string; unread: number }): Draft {
  return { streams: [`member:${memberId}`], name: 'notification.read', data: { unread } };
}

/** Members alone follow their own stream; topics, categories and the territory are public, as their pages are. */
export function mayFollow(stream: string, memberId: string | null): boolean {
  return !stream.startsWith('member:') || stream === `member:${memberId}`;
}
