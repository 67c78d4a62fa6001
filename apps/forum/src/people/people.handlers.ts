import { Controller } from '@nestjs/common';
import { user, type EventOf } from '@unityplan/contracts';
import { Hears } from '@unityplan/messaging';
import { GuestAnswers } from '@unityplan/service-kit';
import { People } from './people.views.ts';

/** A new name shows at once, in every process; a missed broadcast heals within a minute. */
@Controller()
export class PeopleHandlers {
  constructor(
    private readonly people: People,
    private readonly guests: GuestAnswers,
  ) {}

  @Hears(user.profileCreated)
  onProfileCreated(event: EventOf<typeof user.profileCreated>): void {
    this.forget(event);
  }

  @Hears(user.profileUpdated)
  onProfileUpdated(event: EventOf<typeof user.profileUpdated>): void {
    this.forget(event);
  }

  private forget({ territory, payload }: EventOf<typeof user.profileUpdated | typeof user.profileCreated>): void {
    this.people.forget(territory, payload.memberId);
    this.guests.forget(territory);
  }
}
