import type { forum, notification, Person, RouteAnswer, RpcOutput } from '@unityplan/contracts';
import type { NotificationRow } from './notifications.views.ts';

export type PostExcerpt = RpcOutput<typeof forum.getExcerpts>['posts'][number];
type Item = RouteAnswer<typeof notification.listNotifications>['items'][number];

export function toNotification(row: NotificationRow, post: PostExcerpt, actor: Person): Item {
  return {
    notificationId: row.id,
    reasons: row.reasons,
    actor,
    topicId: row.topic_id,
    topicTitle: post.topicTitle,
    topicSlug: post.topicSlug,
    postId: row.post_id,
    postNumber: row.post_number,
    excerpt: post.excerpt,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  };
}
