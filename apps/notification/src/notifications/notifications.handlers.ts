import { Controller } from '@nestjs/common';
import { forum, type EventOf } from '@unityplan/contracts';
import { Handles } from '@unityplan/messaging';
import type { NotificationTx } from '../db/schema.ts';
import { NotificationsService } from './notifications.service.ts';

@Controller()
export class NotificationsHandlers {
  constructor(private readonly notifications: NotificationsService) {}

  @Handles(forum.topicCreated)
  onTopicCreated({ payload }: EventOf<typeof forum.topicCreated>, tx: NotificationTx) {
    return this.notifications.tell(tx, { ...payload, actorId: payload.authorId, number: 1, answeredIds: [] });
  }

  @Handles(forum.postCreated)
  onPostCreated({ payload }: EventOf<typeof forum.postCreated>, tx: NotificationTx) {
    const answeredIds = [payload.topicAuthorId, ...(payload.replyToAuthorId ? [payload.replyToAuthorId] : [])];
    return this.notifications.tell(tx, { ...payload, actorId: payload.authorId, answeredIds });
  }

  @Handles(forum.postEdited)
  onPostEdited({ payload }: EventOf<typeof forum.postEdited>, tx: NotificationTx) {
    return this.notifications.tell(tx, { ...payload, actorId: payload.authorId, mentionedIds: payload.newlyMentionedIds, answeredIds: [] });
  }

  @Handles(forum.postDeleted)
  onPostDeleted({ payload }: EventOf<typeof forum.postDeleted>, tx: NotificationTx) {
    return this.notifications.forgetPost(tx, payload.postId);
  }
}
