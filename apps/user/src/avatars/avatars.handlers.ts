import { Controller } from '@nestjs/common';
import { files, user, type EventOf } from '@unityplan/contracts';
import { Handles } from '@unityplan/messaging';
import type { UserTx } from '../db/schema.ts';
import { AvatarsService } from './avatars.service.ts';

@Controller()
export class AvatarsHandlers {
  constructor(private readonly avatars: AvatarsService) {}

  @Handles(user.profileUpdated)
  async onProfileUpdated({ payload }: EventOf<typeof user.profileUpdated>, tx: UserTx) {
    if (payload.fields.includes('avatar')) await this.avatars.settle(tx, payload.memberId);
  }

  @Handles(files.fileErased)
  async onFileErased({ payload }: EventOf<typeof files.fileErased>, tx: UserTx) {
    if (payload.purpose === 'avatar') await this.avatars.clear(tx, payload.ownerId, payload.fileId);
  }
}
