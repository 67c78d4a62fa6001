import { Controller } from '@nestjs/common';
import { user, type EventOf } from '@unityplan/contracts';
import { Hears } from '@unityplan/messaging';
import { People } from './people.views.ts';

/** A new name shows at once, in every process; a missed broadcast heals within a minute. */
@Controller()
export class PeopleHandlers {
  constructor(private readonly people: People) {}

  @Hears(user.profileCreated)
  onProfileCreated(event: EventOf<typeof user.profileCreated>): void {
    this.people.forget(event.territory, event.payload.memberId);
  }

  @Hears(user.profileUpdated)
  onProfileUpdated(event: EventOf<typeof user.profileUpdated>): void {
    this.people.forget(event.territory, event.payload.memberId);
  }
}
