import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, CONFIG, publicOrigin, REGISTRY, type Clock } from '@unityplan/service-kit';
import { namesOf, type TerritoryRegistry } from '@unityplan/territory';
import { cancelled, type Attempt } from '../jobs/attempts.ts';
import { textsOf, type MailReason } from '../letters/texts.ts';
import type { NotificationConfig } from '../notification.config.ts';
import { quietUntil } from '../time/quiet-hours.ts';
import { UnsubscribeLinks } from '../unsubscribes/unsubscribe-links.service.ts';
import type { MailJob } from './mail-jobs.repository.ts';
import { Recipients, type Recipient } from './recipients.ts';

/** What mails that one may unsubscribe from have in common: who gets them and when, and the way out of them. */
@Injectable()
export class LetterFrame {
  constructor(
    @Inject(CONFIG) private readonly config: NotificationConfig,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly recipients: Recipients,
    private readonly links: UnsubscribeLinks,
  ) {}

  /** Who gets the mail now, or why nobody does: no confirmed address, or the hours in which they want quiet. */
  async reader(territory: string, job: MailJob, quietHours: Parameters<typeof quietUntil>[1]): Promise<Recipient | Attempt> {
    const recipient = await this.recipients.of(territory, job);
    if (!recipient?.verified) return cancelled('no confirmed address');
    const until = quietUntil(this.clock(), quietHours, recipient.timeZone);
    return until ? { outcome: 'held', until } : recipient;
  }

  /** The territory around a mail: its name and addresses, and the links and headers (RFC 2369, RFC 2919, RFC 8058) that end the subscription. `list` is the first label of the list's id. */
  of(territory: string, { language }: Recipient, { list, memberId, about }: { readonly list: string; readonly memberId: string; readonly about: 'digest' | MailReason }) {
    const texts = textsOf(language);
    const name = this.registry.get(territory)?.names[language] ?? territory;
    const host = namesOf(territory).publicHost;
    const origin = publicOrigin(this.config, territory);
    const unsubscribe = this.links.of(territory, { memberId, about });
    return {
      name,
      host,
      origin,
      headers: { 'List-Id': `${name} <${list}.${host}>`, 'List-Unsubscribe': `<${unsubscribe.oneClick}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      links: [{ label: texts.unsubscribe[about], url: unsubscribe.page }, { label: texts.settings, url: `${origin}/settings/notifications` }],
    };
  }
}
