import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, CONFIG, publicOrigin, REGISTRY, type Clock } from '@unityplan/service-kit';
import { namesOf, type TerritoryRegistry } from '@unityplan/territory';
import { Contents } from '../contents/contents.views.ts';
import { cancelled, type Attempt } from '../jobs/attempts.ts';
import { letterBody } from '../letters/body.ts';
import { textsOf, type MailReason } from '../letters/texts.ts';
import { noticeOf } from '../letters/words.ts';
import type { NotificationConfig } from '../notification.config.ts';
import { movedToDigest, stillWanted } from '../outgoing/outgoing.policy.ts';
import { OutgoingViews } from '../outgoing/outgoing.views.ts';
import { quietUntil } from '../time/quiet-hours.ts';
import { UnsubscribeLinks } from '../unsubscribes/unsubscribe-links.service.ts';
import type { MailJob } from './mail-jobs.repository.ts';
import type { Letter } from './mail-transport.ts';
import { Recipients } from './recipients.ts';

/** Mails about one thing: written when they are sent, from how things are then, or not at all. */
@Injectable()
export class NoticeMails {
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

  async write(territory: string, job: MailJob): Promise<Letter | Attempt> {
    const found = await this.outgoing.one(territory, job.member_id, job.about_id);
    const state = stillWanted(found, 'mail');
    if ('stop' in state) return movedToDigest(found) ? cancelled(waitsForDigest) : cancelled(state.stop);
    const { entry, preferences } = found!;
    const content = (await this.contents.of(territory, job.member_id, [entry])).get(entry.subject_id);
    if (!content || content.kind === 'queue') return cancelled('gone, hidden or closed to the member');
    const recipient = await this.recipients.of(territory, job);
    if (!recipient?.verified) return cancelled('no confirmed address');
    const until = quietUntil(this.places.clock(), preferences.quietHours, recipient.timeZone);
    if (until) return { outcome: 'held', until };

    const texts = textsOf(recipient.language);
    const notice = noticeOf(content, entry, state.reasons, texts, recipient);
    const origin = publicOrigin(this.places.config, territory);
    const host = namesOf(territory).publicHost;
    const reason = state.reasons[0] as MailReason;
    const unsubscribe = this.links.of(territory, { memberId: job.member_id, about: reason });
    const post = content.kind === 'post' ? content.post : undefined;
    return {
      to: recipient.address,
      // Of a post the title alone, in no language: mail programs keep a conversation together by it.
      subject: post && post.number > 1 ? `Re: ${notice.subject}` : notice.subject,
      messageId: job.message_id,
      ...(post ? { thread: `<topic.${post.topicId}@${host}>` } : {}),
      headers: {
        'List-Id': `${this.places.registry.get(territory)?.names[recipient.language] ?? territory} <forum.${host}>`,
        'List-Unsubscribe': `<${unsubscribe.oneClick}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
      ...letterBody({
        language: recipient.language,
        title: notice.subject,
        paragraphs: [texts.greeting(recipient.name), ...notice.paragraphs],
        ...(notice.quote ? { quote: notice.quote } : {}),
        remarks: notice.remarks ?? [],
        action: { label: notice.action, url: `${origin}${notice.path}` },
        footer: [texts.why[reason]],
        links: [{ label: texts.unsubscribe[reason], url: unsubscribe.page }, { label: texts.settings, url: `${origin}/settings/notifications` }],
      }),
    };
  }
}

/** Note of a mail that its reader wants in the digest by now. */
export const waitsForDigest = 'waits for the digest';
