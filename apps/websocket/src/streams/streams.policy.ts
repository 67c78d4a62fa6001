import type { websocket } from '@unityplan/contracts';

/** What an event adds to streams: the same entry in each of them. */
export interface Draft {
  readonly streams: readonly string[];
  readonly name: websocket.StreamEntry['name'];
  readonly data: websocket.StreamEntry['data'];
}

interface TopicFacts { topicId: string; categoryId: string; authorId: string; postId: string }
interface PostFacts extends TopicFacts { number: number }

/** A new topic is news in its category, and in the whole territory when everyone may read it. */
export function topicOpened({ topicId, categoryId, authorId, postId, gated }: TopicFacts & { gated?: boolean | undefined }): Draft {
  const streams = [`topic:${topicId}`, `category:${categoryId}`, ...(gated ? [] : ['territory'])];
  return { streams, name: 'topic.created', data: { topicId, categoryId, authorId, postId, number: 1 } };
}

/** What happens to a topic shows in itself and in the list of its category; who follows the one it left is told no more than that. */
export function topicChanged({ topicId, categoryId, fromCategoryId }: { topicId: string; categoryId: string; fromCategoryId: string | null }): Draft[] {
  const name = 'topic.changed';
  const here: Draft = { streams: [`topic:${topicId}`, `category:${categoryId}`], name, data: { topicId, categoryId } };
  return fromCategoryId === null || fromCategoryId === categoryId ? [here] : [here, { streams: [`category:${fromCategoryId}`], name, data: { topicId, categoryId: fromCategoryId } }];
}

/** A reply moves its topic up in its category's list, so both are told; and so is what takes a post away or brings it back. */
export function postChanged(name: 'post.created' | 'post.deleted' | 'post.hidden' | 'post.restored', { topicId, categoryId, authorId, postId, number }: PostFacts): Draft {
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

/** For members who watch something that many watch: one event stands for all of them. */
export function spread({ memberIds }: { memberIds: readonly string[] }): Draft {
  return { streams: [...new Set(memberIds)].map((memberId) => `member:${memberId}`), name: 'notification.created', data: {} };
}

/** What became of a member's own badge. */
export function badgeChanged(name: 'badge.awarded' | 'badge.revoked' | 'badge.expired' | 'badge.expiring', { memberId, badge, awardId }: { memberId: string; badge: string; awardId: string }): Draft {
  return { streams: [`member:${memberId}`], name, data: { badge, awardId } };
}
/** What a member does in a course shows on the member's other devices. */
export function learned(name: 'course.enrolled' | 'course.completed' | 'quiz.submitted', { memberId, courseId }: { memberId: string; courseId: string }): Draft {
  return { streams: [`member:${memberId}`], name, data: { courseId } };
}

/** Whether a rule of the forum may stand before a stream. */
export function isGuarded(stream: string): boolean {
  return stream.startsWith('topic:') || stream.startsWith('category:');
}

/** Members alone follow their own stream; for topics and categories their rules decide, the territory's is public. */
export function mayFollow(stream: string, memberId: string | null): boolean {
  return !stream.startsWith('member:') || stream === `member:${memberId}`;
}
