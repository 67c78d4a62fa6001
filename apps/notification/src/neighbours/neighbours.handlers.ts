import { Controller } from '@nestjs/common';
import { forum, user, type EventOf } from '@unityplan/contracts';
import { Hears } from '@unityplan/messaging';
import { Audience } from './audience.views.ts';
import { Locales } from './locales.views.ts';

/** What neighbours changed counts at once, in every process; a missed broadcast heals within a minute. */
@Controller()
export class NeighboursHandlers {
  constructor(
    private readonly locales: Locales,
    private readonly audience: Audience,
  ) {}

  @Hears(user.profileUpdated)
  onProfileUpdated({ territory, payload }: EventOf<typeof user.profileUpdated>): void {
    this.locales.forget(territory, payload.memberId);
  }

  @Hears(forum.categoryChanged)
  onCategoryChanged({ territory, payload }: EventOf<typeof forum.categoryChanged>): void {
    this.audience.forget(territory, payload.categoryId);
  }
}
