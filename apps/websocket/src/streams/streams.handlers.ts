import { Controller } from '@nestjs/common';
import { auth, forum, notification, type EventOf } from '@unityplan/contracts';
import { Handles } from '@unityplan/messaging';
import type { Tx } from '@unityplan/territory';
import type { WebsocketDb } from '../db/schema.ts';
import { Connections } from '../live/connections.ts';
import { notificationsRead, notified, postChanged, postEdited, topicOpened } from './streams.policy.ts';
import { Streams } from './streams.service.ts';

@Controller()
export class StreamsHandlers {
  constructor(
    private readonly streams: Streams,
    private readonly connections: Connections,
  ) {}

  @Handles(forum.topicCreated)
  topicCreated(event: EventOf<typeof forum.topicCreated>, tx: Tx<WebsocketDb>) {
    return this.streams.append(tx, topicOpened(event.payload), event.time);
  }
  @Handles(forum.postCreated)
  postCreated(event: EventOf<typeof forum.postCreated>, tx: Tx<WebsocketDb>) {
    return this.streams.append(tx, postChanged('post.created', event.payload), event.time);
  }
  @Handles(forum.postEdited)
  postEdited(event: EventOf<typeof forum.postEdited>, tx: Tx<WebsocketDb>) {
    return this.streams.append(tx, postEdited(event.payload), event.time);
  }
  @Handles(forum.postDeleted)
  postDeleted(event: EventOf<typeof forum.postDeleted>, tx: Tx<WebsocketDb>) {
    return this.streams.append(tx, postChanged('post.deleted', event.payload), event.time);
  }
  @Handles(notification.notificationCreated)
  notificationCreated(event: EventOf<typeof notification.notificationCreated>, tx: Tx<WebsocketDb>) {
    return this.streams.append(tx, notified(event.payload), event.time);
  }
  @Handles(notification.notificationsRead)
  notificationsRead(event: EventOf<typeof notification.notificationsRead>, tx: Tx<WebsocketDb>) {
    return this.streams.append(tx, notificationsRead(event.payload), event.time);
  }
  /** The net under the broadcast that ends connections at once. */
  @Handles(auth.sessionEnded)
  sessionEnded(event: EventOf<typeof auth.sessionEnded>, tx: Tx<WebsocketDb>) {
    tx.onCommit(() => this.connections.endSession(event.payload.sessionId));
  }
}
