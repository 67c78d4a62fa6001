import { Controller } from '@nestjs/common';
import { auth, forum, notification, type EventOf } from '@unityplan/contracts';
import { Handles } from '@unityplan/messaging';
import { Streams, type StreamsTx } from './streams.service.ts';

@Controller()
export class StreamsHandlers {
  constructor(private readonly streams: Streams) {}

  @Handles(forum.topicCreated)
  topicCreated(event: EventOf<typeof forum.topicCreated>, tx: StreamsTx) {
    return this.streams.topicOpened(tx, event);
  }
  @Handles(forum.postCreated)
  postCreated(event: EventOf<typeof forum.postCreated>, tx: StreamsTx) {
    return this.streams.postChanged(tx, event);
  }
  @Handles(forum.postEdited)
  postEdited(event: EventOf<typeof forum.postEdited>, tx: StreamsTx) {
    return this.streams.postEdited(tx, event);
  }
  @Handles(forum.postDeleted)
  postDeleted(event: EventOf<typeof forum.postDeleted>, tx: StreamsTx) {
    return this.streams.postChanged(tx, event);
  }
  @Handles(notification.notificationCreated)
  notificationCreated(event: EventOf<typeof notification.notificationCreated>, tx: StreamsTx) {
    return this.streams.notified(tx, event);
  }
  @Handles(notification.notificationsRead)
  notificationsRead(event: EventOf<typeof notification.notificationsRead>, tx: StreamsTx) {
    return this.streams.notificationsRead(tx, event);
  }
  /** The net under the broadcast that ends connections at once. */
  @Handles(auth.sessionEnded)
  sessionEnded(event: EventOf<typeof auth.sessionEnded>, tx: StreamsTx) {
    this.streams.sessionEnded(tx, event);
  }
}
