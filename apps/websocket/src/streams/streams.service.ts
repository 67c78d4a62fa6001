import { Injectable } from '@nestjs/common';
import type { auth, badge, course, EventOf, forum, notification } from '@unityplan/contracts';
import { Broadcasts } from '@unityplan/messaging';
import { StreamAccess } from '../access/stream-access.service.ts';
import type { WebsocketTx } from '../db/schema.ts';
import type { StoredEntry } from '../frame.ts';
import { Connections } from '../live/connections.ts';
import { Hub } from '../live/hub.ts';
import { wakeTopic } from '../wake-topic.ts';
import { badgeChanged, learned, notificationsRead, notified, postChanged, postEdited, spread, topicChanged, topicOpened, type Draft } from './streams.policy.ts';
import { StreamsRepository, type News } from './streams.repository.ts';

/** Writes what happened into its streams, and tells those who wait for it once it is committed. */
@Injectable()
export class Streams {
  private readonly gathered = new WeakMap<WebsocketTx, News[]>();

  constructor(
    private readonly repository: StreamsRepository,
    private readonly hub: Hub,
    private readonly connections: Connections,
    private readonly access: StreamAccess,
    private readonly broadcasts: Broadcasts,
  ) {}

  topicOpened(tx: WebsocketTx, { payload, time }: EventOf<typeof forum.topicCreated>): Promise<void> {
    return this.append(tx, time, topicOpened(payload));
  }
  topicChanged(tx: WebsocketTx, { payload, time }: EventOf<typeof forum.topicChanged>): Promise<void> {
    tx.onCommit(() => this.access.topicChanged(tx.territory, payload.topicId));
    return this.append(tx, time, ...topicChanged(payload));
  }
  categoryChanged(tx: WebsocketTx, { payload }: EventOf<typeof forum.categoryChanged>): void {
    tx.onCommit(() => this.access.categoryChanged(tx.territory, payload.categoryId));
  }
  postChanged(tx: WebsocketTx, event: EventOf<typeof forum.postCreated> | EventOf<typeof forum.postDeleted> | EventOf<typeof forum.postHidden> | EventOf<typeof forum.postRestored>): Promise<void> {
    return this.append(tx, event.time, postChanged(event.name as Parameters<typeof postChanged>[0], event.payload));
  }
  postEdited(tx: WebsocketTx, { payload, time }: EventOf<typeof forum.postEdited>): Promise<void> {
    return this.append(tx, time, postEdited(payload));
  }
  notified(tx: WebsocketTx, { payload, time }: EventOf<typeof notification.notificationCreated>): Promise<void> {
    return this.append(tx, time, notified(payload));
  }
  spread(tx: WebsocketTx, { payload, time }: EventOf<typeof notification.notificationSpread>): Promise<void> {
    return this.append(tx, time, spread(payload));
  }
  notificationsRead(tx: WebsocketTx, { payload, time }: EventOf<typeof notification.notificationsRead>): Promise<void> {
    return this.append(tx, time, notificationsRead(payload));
  }
  badgeChanged(tx: WebsocketTx, event: EventOf<typeof badge.badgeAwarded> | EventOf<typeof badge.badgeRevoked> | EventOf<typeof badge.badgeExpired> | EventOf<typeof badge.badgeExpiring>): Promise<void> {
    return this.append(tx, event.time, badgeChanged(event.name as Parameters<typeof badgeChanged>[0], event.payload));
  }
  learned(tx: WebsocketTx, event: EventOf<typeof course.courseEnrolled> | EventOf<typeof course.courseCompleted> | EventOf<typeof course.quizSubmitted>): Promise<void> {
    return this.append(tx, event.time, learned(event.name as Parameters<typeof learned>[0], event.payload));
  }
  sessionEnded(tx: WebsocketTx, { payload }: EventOf<typeof auth.sessionEnded>): void {
    tx.onCommit(() => this.connections.endSession(payload.sessionId));
  }

  /** All that a transaction adds is written together, with its commit. */
  private append(tx: WebsocketTx, time: string, ...drafts: Draft[]): Promise<void> {
    const news = drafts.map((draft) => ({ ...draft, time }));
    const gathered = this.gathered.get(tx);
    if (gathered) {
      gathered.push(...news);
      return Promise.resolve();
    }
    this.gathered.set(tx, news);
    let entries: readonly StoredEntry[] = [];
    this.repository.append(tx, news, (written) => (entries = written));
    tx.onCommit(() => {
      this.hub.committed(tx.territory, entries);
      for (const stream of new Set(entries.map((entry) => entry.stream))) this.broadcasts.wake(wakeTopic(tx.territory, stream));
    });
    return Promise.resolve();
  }
}
