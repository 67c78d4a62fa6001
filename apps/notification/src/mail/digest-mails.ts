import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, CONFIG, publicOrigin, REGISTRY, type Clock } from '@unityplan/service-kit';
import { namesOf, type TerritoryRegistry } from '@unityplan/territory';
import { Contents } from '../contents/contents.views.ts';
import { digestOf, sectionsOf } from '../digests/digests.policy.ts';
import type { DigestContents } from '../digests/digests.service.ts';
import { cancelled, type Attempt } from '../jobs/attempts.ts';
import { letterBody } from '../letters/body.ts';
import { textsOf } from '../letters/texts.ts';
import type { NotificationConfig } from '../notification.config.ts';
import { OutgoingViews } from '../outgoing/outgoing.views.ts';
import { quietUntil } from '../time/quiet-hours.ts';
import { UnsubscribeLinks } from '../unsubscribes/unsubscribe-links.service.ts';
import type { MailJob } from './mail-jobs.repository.ts';
import type { Letter } from './mail-transport.ts';
import { Recipients } from './recipients.ts';

/** What waits for one digest at most; the rest goes into the next. */
const mostEntries = 500;
const mostSections = 30;

/** A digest's mail: everything in it is asked for and decided anew when it is sent. */
@Injectable()
export class DigestMails {
  private readonly places: { readonly config: NotificationConfig; readonly registry: TerritoryRegistry; readonly clock: Clock };

  constructor(
    @Inject(CONFIG) config: NotificationConfig,
    @Inject(REGISTRY) registry: TerritoryRegistry,
    @Inject(CLOCK) clock: Clock,
    private readonly outgoing: OutgoingViews,
    private readonly contents: Contents,
    private readonly recipients: Recipients,
    private readonly links: UnsubscribeLinks,
  ) {
    this.places = { config, registry, clock };
  }

  async write(territory: string, job: MailJob): Promise<{ mail: Letter | Attempt; contents: DigestContents }> {
    const waiting = await this.outgoing.waiting(territory, job.member_id, mostEntries);
    const wanted = digestOf(waiting, this.places.clock());
    const nothing = { included: [], dropped: wanted.dropped };
    if (wanted.candidates.length === 0) return { mail: cancelled('nothing left to tell'), contents: nothing };
    const said = await this.contents.of(territory, job.member_id, wanted.candidates.map(({ entry }) => entry));
    const included = wanted.candidates.filter(({ entry }) => said.has(entry.subject_id));
    if (included.length === 0) return { mail: cancelled('nothing left to tell'), contents: nothing };
    const recipient = await this.recipients.of(territory, job);
    if (!recipient?.verified) return { mail: cancelled('no confirmed address'), contents: { included: [], dropped: waiting.map(({ entry }) => entry.subject_id) } };
    const until = quietUntil(this.places.clock(), wanted.preferences.quietHours, recipient.timeZone);
    if (until) return { mail: { outcome: 'held', until }, contents: nothing };

    const { config, registry } = this.places;
    const texts = textsOf(recipient.language);
    const origin = publicOrigin(config, territory);
    const sections = sectionsOf(included, said, texts, recipient, origin);
    const name = registry.get(territory)?.names[recipient.language] ?? territory;
    const subject = texts.digest.subject(sections.length, name);
    const unsubscribe = this.links.of(territory, { memberId: job.member_id, about: 'digest' });
    const mail: Letter = {
      to: recipient.address,
      subject,
      messageId: job.message_id,
      headers: {
        'List-Id': `${name} <digest.${namesOf(territory).publicHost}>`,
        'List-Unsubscribe': `<${unsubscribe.oneClick}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
      ...letterBody({
        language: recipient.language,
        title: subject,
        paragraphs: [texts.greeting(recipient.name), texts.digest.intro],
        sections: sections.slice(0, mostSections),
        action: { label: sections.length > mostSections ? `${texts.digest.more(sections.length - mostSections)} ${texts.digest.action}` : texts.digest.action, url: `${origin}/notifications` },
        footer: [texts.digest.why],
        links: [{ label: texts.unsubscribe.digest, url: unsubscribe.page }, { label: texts.settings, url: `${origin}/settings/notifications` }],
      }),
    };
    return { mail, contents: { included: included.map(({ entry }) => entry.subject_id), dropped: wanted.dropped } };
  }
}
