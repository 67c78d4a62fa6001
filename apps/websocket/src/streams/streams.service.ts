import { Injectable } from '@nestjs/common';
import type { auth, EventOf, forum, notification } from '@unityplan/contracts';
import { Broadcasts } from '@unityplan/messaging';
import type { Tx } from '@unityplan/territory';
import type { WebsocketDb } from '../db/schema.ts';
import { Connections } from '../live/connections.ts';
import { Hub } from '../live/hub.ts';
import { wakeTopic } from '../wake-topic.ts';
import { notificationsRead, notified, postChanged, postEdited, topicOpened, type Draft } from './streams.policy.ts';
import { StreamsRepository } from './streams.repository.ts';

export type StreamsTx = Tx<WebsocketDb>;

/** Writes what happened into its streams, and tells those who wait for it once it is committed. */
@Injectable()
export class Streams {
  constructor(
    private readonly repository: StreamsRepository,
    private readonly hub: Hub,
    private readonly connections: Connections,
    private readonly broadcasts: Broadcasts,
  ) {}

  topicOpened(tx: StreamsTx, { payload, time }: EventOf<typeof forum.topicCreated>): Promise<void> {
    return this.append(tx, topicOpened(payload), time);
  }
  postChanged(tx: StreamsTx, event: EventOf<typeof forum.postCreated> | EventOf<typeof forum.postDeleted>): Promise<void> {
    return this.append(tx, postChanged(event.name as 'post.created' | 'post.deleted', event.payload), event.time);
  }
  postEdited(tx: StreamsTx, { payload, time }: EventOf<typeof forum.postEdited>): Promise<void> {
    return this.append(tx, postEdited(payload), time);
  }
  notified(tx: StreamsTx, { payload, time }: EventOf<typeof notification.notificationCreated>): Promise<void> {
    return this.append(tx, notified(payload), time);
  }
  notificationsRead(tx: StreamsTx, { payload, time }: EventOf<typeof notification.notificationsRead>): Promise<void> {
    return this.append(tx, notificationsRead(payload), time);
  }
  sessionEnded(tx: StreamsTx, { payload }: EventOf<typeof auth.sessionEnded>): void {
    tx.onCommit(() => this.connections.endSession(payload.sessionId));
  }

  private async append(tx: StreamsTx, draft: Draft, time: string): Promise<void> {
    const entries = await this.repository.append(tx, draft, new Date(time));
    tx.onCommit(() => {
      this.hub.committed(tx.territory, entries);
      for (const { stream } of entries) this.broadcasts.wake(wakeTopic(tx.territory, stream));
    });
  }
}
