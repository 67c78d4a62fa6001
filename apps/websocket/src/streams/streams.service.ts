import { Injectable } from '@nestjs/common';
import { Broadcasts } from '@unityplan/messaging';
import type { Tx } from '@unityplan/territory';
import type { WebsocketDb } from '../db/schema.ts';
import { Hub } from '../live/hub.ts';
import type { Draft } from './streams.policy.ts';
import { StreamsRepository } from './streams.repository.ts';
import { wakeTopic } from './wake-topic.ts';

/** Writes what happened into its streams, and tells those who wait for it once it is committed. */
@Injectable()
export class Streams {
  constructor(
    private readonly repository: StreamsRepository,
    private readonly hub: Hub,
    private readonly broadcasts: Broadcasts,
  ) {}

  async append(tx: Tx<WebsocketDb>, draft: Draft, time: string): Promise<void> {
    const entries = await this.repository.append(tx, draft, new Date(time));
    tx.onCommit(() => {
      this.hub.committed(tx.territory, entries);
      for (const { stream } of entries) this.broadcasts.wake(wakeTopic(tx.territory, stream));
    });
  }
}
