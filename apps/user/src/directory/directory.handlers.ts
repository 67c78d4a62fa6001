import { Controller } from '@nestjs/common';
import { user, type EventOf } from '@unityplan/contracts';
import { Handles } from '@unityplan/messaging';
import { DirectoryService } from './directory.service.ts';

@Controller()
export class DirectoryHandlers {
  constructor(private readonly directory: DirectoryService) {}

  @Handles(user.profileCreated)
  onProfileCreated(event: EventOf<typeof user.profileCreated>) {
    return this.directory.list(event.payload.memberId, event.territory);
  }
}
