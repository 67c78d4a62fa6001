import { Controller } from '@nestjs/common';
import { forum, type EventOf } from '@unityplan/contracts';
import { Handles } from '@unityplan/messaging';
import type { NotificationTx } from '../db/schema.ts';
import { ModerationNewsService } from './moderation-news.service.ts';

@Controller()
export class ModerationNewsHandlers {
  constructor(private readonly news: ModerationNewsService) {}

  @Handles(forum.flagCreated)
  onFlagCreated({ payload }: EventOf<typeof forum.flagCreated>, tx: NotificationTx) {
    return this.news.flagged(tx, payload);
  }

  @Handles(forum.flagDecided)
  onFlagDecided({ payload }: EventOf<typeof forum.flagDecided>, tx: NotificationTx) {
    return this.news.flagDecided(tx, payload);
  }

  @Handles(forum.appealCreated)
  onAppealCreated({ payload }: EventOf<typeof forum.appealCreated>, tx: NotificationTx) {
    return this.news.appealed(tx, payload);
  }

  @Handles(forum.appealDecided)
  onAppealDecided({ payload }: EventOf<typeof forum.appealDecided>, tx: NotificationTx) {
    return this.news.appealDecided(tx, payload);
  }
}
