import { Injectable } from '@nestjs/common';
import { notification, Problem, type RouteAnswer } from '@unityplan/contracts';
import type { Preferences } from '../preferences/preferences.policy.ts';
import { PreferencesService } from '../preferences/preferences.service.ts';
import { PreferencesViews } from '../preferences/preferences.views.ts';
import { UnsubscribeLinks, type Subscription } from './unsubscribe-links.service.ts';

type Answer = RouteAnswer<typeof notification.unsubscribe>;

@Injectable()
export class UnsubscribesService {
  constructor(
    private readonly links: UnsubscribeLinks,
    private readonly preferences: PreferencesService,
    private readonly views: PreferencesViews,
  ) {}

  /** What the link would end. */
  async describe(territory: string, token: string): Promise<Answer> {
    const subscription = this.read(territory, token);
    return answer(subscription, await this.views.get(territory, subscription.memberId));
  }

  /** Ends such mail, or takes that back. Doing it twice is the same as once. */
  async set(territory: string, token: string, subscribed: boolean): Promise<Answer> {
    const { memberId, about } = this.read(territory, token);
    const preferences = about === 'digest' ? await this.preferences.setDigest(territory, memberId, subscribed) : await this.preferences.setMail(territory, memberId, about, subscribed);
    return answer({ memberId, about }, preferences);
  }

  private read(territory: string, token: string): Subscription {
    const subscription = this.links.read(territory, token);
    if (!subscription) throw new Problem(notification.notificationErrors.unsubscribe_link_invalid);
    return subscription;
  }
}

function answer({ about }: Subscription, { reasons, digest, mailPaused }: Preferences): Answer {
  return { about, subscribed: !mailPaused && (about === 'digest' ? digest.on : reasons[about].mail !== 'off') };
}
