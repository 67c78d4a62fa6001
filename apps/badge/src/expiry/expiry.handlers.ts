import { Controller } from '@nestjs/common';
import { badge as badges, type EventOf } from '@unityplan/contracts';
import { Hears } from '@unityplan/messaging';
import { Expiry } from './expiry.service.ts';

@Controller()
export class ExpiryHandlers {
  constructor(private readonly expiry: Expiry) {}

  /** Another process of this service may have awarded it. */
  @Hears(badges.badgeAwarded)
  onAwarded(event: EventOf<typeof badges.badgeAwarded>): void {
    this.expiry.awarded(event.territory, event.payload.expiresAt);
  }
}
