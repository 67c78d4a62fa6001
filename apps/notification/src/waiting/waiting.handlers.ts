import { Controller } from '@nestjs/common';
import { user, type EventOf } from '@unityplan/contracts';
import { Handles } from '@unityplan/messaging';
import type { NotificationTx } from '../db/schema.ts';
import { Locales } from '../neighbours/locales.views.ts';
import { WaitingService } from './waiting.service.ts';

@Controller()
export class WaitingHandlers {
  constructor(
    private readonly waiting: WaitingService,
    private readonly locales: Locales,
  ) {}

  /** Someone moved to another time zone: their mornings and nights are others from now on. */
  @Handles(user.profileUpdated)
  async onProfileUpdated({ payload, territory }: EventOf<typeof user.profileUpdated>, tx: NotificationTx) {
    if (!payload.fields.includes('time_zone')) return;
    this.locales.forget(territory, payload.memberId);
    await this.waiting.lookAgain(tx, payload.memberId);
  }
}
