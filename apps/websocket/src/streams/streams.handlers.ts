import { Controller } from '@nestjs/common';
import { auth, badge, course, forum, notification, type EventOf } from '@unityplan/contracts';
import { Handles } from '@unityplan/messaging';
import type { WebsocketTx } from '../db/schema.ts';
import { Streams } from './streams.service.ts';

@Controller()
export class StreamsHandlers {
  constructor(private readonly streams: Streams) {}

  @Handles(forum.topicCreated)
  topicCreated(event: EventOf<typeof forum.topicCreated>, tx: WebsocketTx) {
    return this.streams.topicOpened(tx, event);
  }
  @Handles(forum.topicChanged)
  topicChanged(event: EventOf<typeof forum.topicChanged>, tx: WebsocketTx) {
    return this.streams.topicChanged(tx, event);
  }
  /** The net under the broadcast that closes streams at once. */
  @Handles(forum.categoryChanged)
  categoryChanged(event: EventOf<typeof forum.categoryChanged>, tx: WebsocketTx) {
    this.streams.categoryChanged(tx, event);
  }
  @Handles(forum.postCreated)
  postCreated(event: EventOf<typeof forum.postCreated>, tx: WebsocketTx) {
    return this.streams.postChanged(tx, event);
  }
  @Handles(forum.postEdited)
  postEdited(event: EventOf<typeof forum.postEdited>, tx: WebsocketTx) {
    return this.streams.postEdited(tx, event);
  }
  @Handles(forum.postDeleted)
  postDeleted(event: EventOf<typeof forum.postDeleted>, tx: WebsocketTx) {
    return this.streams.postChanged(tx, event);
  }
  @Handles(forum.postHidden)
  postHidden(event: EventOf<typeof forum.postHidden>, tx: WebsocketTx) {
    return this.streams.postChanged(tx, event);
  }
  @Handles(forum.postRestored)
  postRestored(event: EventOf<typeof forum.postRestored>, tx: WebsocketTx) {
    return this.streams.postChanged(tx, event);
  }
  @Handles(notification.notificationCreated)
  notificationCreated(event: EventOf<typeof notification.notificationCreated>, tx: WebsocketTx) {
    return this.streams.notified(tx, event);
  }
  @Handles(notification.notificationSpread)
  notificationSpread(event: EventOf<typeof notification.notificationSpread>, tx: WebsocketTx) {
    return this.streams.spread(tx, event);
  }
  @Handles(notification.notificationsRead)
  notificationsRead(event: EventOf<typeof notification.notificationsRead>, tx: WebsocketTx) {
    return this.streams.notificationsRead(tx, event);
  }
  @Handles(badge.badgeAwarded)
  badgeAwarded(event: EventOf<typeof badge.badgeAwarded>, tx: WebsocketTx) {
    return this.streams.badgeChanged(tx, event);
  }
  @Handles(badge.badgeRevoked)
  badgeRevoked(event: EventOf<typeof badge.badgeRevoked>, tx: WebsocketTx) {
    return this.streams.badgeChanged(tx, event);
  }
  @Handles(badge.badgeExpired)
  badgeExpired(event: EventOf<typeof badge.badgeExpired>, tx: WebsocketTx) {
    return this.streams.badgeChanged(tx, event);
  }
  @Handles(badge.badgeExpiring)
  badgeExpiring(event: EventOf<typeof badge.badgeExpiring>, tx: WebsocketTx) {
    return this.streams.badgeChanged(tx, event);
  }
  @Handles(course.courseEnrolled)
  courseEnrolled(event: EventOf<typeof course.courseEnrolled>, tx: WebsocketTx) {
    return this.streams.learned(tx, event);
  }
  @Handles(course.courseCompleted)
  courseCompleted(event: EventOf<typeof course.courseCompleted>, tx: WebsocketTx) {
    return this.streams.learned(tx, event);
  }
  @Handles(course.quizSubmitted)
  quizSubmitted(event: EventOf<typeof course.quizSubmitted>, tx: WebsocketTx) {
    return this.streams.learned(tx, event);
  }
  /** The net under the broadcast that ends connections at once. */
  @Handles(auth.sessionEnded)
  sessionEnded(event: EventOf<typeof auth.sessionEnded>, tx: WebsocketTx) {
    this.streams.sessionEnded(tx, event);
  }
}
