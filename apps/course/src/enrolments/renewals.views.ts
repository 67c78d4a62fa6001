import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Permissions, type Clock } from '@unityplan/service-kit';
import { Badges } from '../badges/badges.views.ts';
import type { PublishedVersion } from '../versions/versions.views.ts';
import { isRenewable } from './renewals.policy.ts';

/** Whether taking a completed course again has a point now. */
@Injectable()
export class Renewals {
  constructor(
    private readonly permissions: Permissions,
    private readonly badges: Badges,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `completed` is the version that was completed, `current` the one that would be taken. Throws `service_unavailable` when nobody knows. */
  async may(territory: string, memberId: string, completed: PublishedVersion, current: PublishedVersion): Promise<boolean> {
    const { gives } = current.course;
    if (gives === null) return false;
    const verdict = await this.permissions.check(territory, memberId, { rule: 'badge', ...gives });
    const described = (await this.badges.of(territory, [gives.badge])).get(gives.badge);
    return isRenewable({ verdict, gives, gave: completed.course.gives, renewFromDays: described?.renewFromDays ?? 0, now: this.clock() });
  }
}
