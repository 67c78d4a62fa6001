import { Controller } from '@nestjs/common';
import { forum, type EventOf } from '@unityplan/contracts';
import { Handles } from '@unityplan/messaging';
import type { NotificationTx } from '../db/schema.ts';
import { PostNewsService } from './post-news.service.ts';

@Controller()
export class ForumNewsHandlers {
  constructor(private readonly news: PostNewsService) {}

  @Handles(forum.topicCreated)
  onTopicCreated({ payload }: EventOf<typeof forum.topicCreated>, tx: NotificationTx) {
    return this.news.posted(tx, { ...payload, actorId: payload.authorId, number: 1, answeredIds: [] });
  }

  @Handles(forum.postCreated)
  onPostCreated({ payload }: EventOf<typeof forum.postCreated>, tx: NotificationTx) {
    const answeredIds = [payload.topicAuthorId, ...(payload.replyToAuthorId ? [payload.replyToAuthorId] : [])];
    return this.news.posted(tx, { ...payload, actorId: payload.authorId, answeredIds });
  }

  @Handles(forum.postEdited)
  onPostEdited({ payload }: EventOf<typeof forum.postEdited>, tx: NotificationTx) {
    return this.news.edited(tx, { ...payload, actorId: payload.authorId, mentionedIds: payload.newlyMentionedIds, answeredIds: [] });
  }

  @Handles(forum.postDeleted)
  onPostDeleted({ payload }: EventOf<typeof forum.postDeleted>, tx: NotificationTx) {
    return this.news.deleted(tx, payload.postId);
  }

  @Handles(forum.postHidden)
  onPostHidden({ payload }: EventOf<typeof forum.postHidden>, tx: NotificationTx) {
    return this.news.hidden(tx, payload);
  }

  @Handles(forum.postRestored)
  onPostRestored({ payload }: EventOf<typeof forum.postRestored>, tx: NotificationTx) {
    return this.news.restored(tx, payload);
  }
}
