import { Controller } from '@nestjs/common';
import { auth, type EventOf } from '@unityplan/contracts';
import { Handles } from '@unityplan/messaging';
import type { UserTx } from '../db/schema.ts';
import { ProfilesService } from './profiles.service.ts';

@Controller()
export class ProfilesHandlers {
  constructor(private readonly profiles: ProfilesService) {}

  @Handles(auth.accountVerified)
  onAccountVerified(event: EventOf<typeof auth.accountVerified>, tx: UserTx) {
    return this.profiles.create(tx, event.payload.memberId, event.payload.language);
  }
}
