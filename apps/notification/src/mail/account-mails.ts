import { Inject, Injectable } from '@nestjs/common';
import { auth } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { CONFIG, publicOrigin } from '@unityplan/service-kit';
import type { AccountMailKind } from '../db/jobs.table.ts';
import { cancelled, type Cancelled } from '../jobs/attempts.ts';
import type { NotificationConfig } from '../notification.config.ts';
import { letterBody } from '../letters/body.ts';
import { textsOf } from '../letters/texts.ts';
import type { MailJob } from './mail-jobs.repository.ts';
import type { Letter } from './mail-transport.ts';
import { Recipients, type Recipient } from './recipients.ts';

type AccountJob = MailJob & { readonly kind: AccountMailKind };

/** Mails about the account itself. They ignore preferences, and go to an address that is not confirmed yet. */
@Injectable()
export class AccountMails {
  constructor(
    @Inject(CONFIG) private readonly config: NotificationConfig,
    private readonly recipients: Recipients,
    private readonly rpc: RpcClient,
  ) {}

  async write(territory: string, job: AccountJob): Promise<Letter | Cancelled> {
    const recipient = await this.recipients.ofAccount(territory, job);
    if (!recipient) return cancelled('no address');
    if (job.kind === 'verify_email' && recipient.verified) return cancelled('confirmed meanwhile');
    const texts = textsOf(recipient.language);
    const { subject, paragraphs, action } = texts.account[job.kind];
    const { url, until } = await this.link(territory, job, recipient);
    return {
      to: recipient.address,
      subject,
      messageId: job.message_id,
      headers: {},
      ...letterBody({
        language: recipient.language,
        title: subject,
        paragraphs: [texts.greeting(recipient.name), ...paragraphs, ...(until ? [texts.linkUntil(until)] : [])],
        action: { label: action, url },
        footer: [texts.accountWhy],
        links: [],
      }),
    };
  }

  /** Where the mail leads. A secret in it is made now, so no queue and no database ever holds one. */
  private async link(territory: string, job: AccountJob, recipient: Recipient): Promise<{ url: string; until?: string }> {
    const origin = publicOrigin(this.config, territory);
    if (job.kind === 'registration_repeated') return { url: `${origin}/sign-in` };
    if (job.kind === 'password_changed') return { url: `${origin}/forgot-password` };
    if (job.kind === 'session_replayed') return { url: `${origin}/settings/sessions` };
    const { token, expiresAt } = await this.rpc.call(auth.mailToken, territory, { memberId: job.member_id, purpose: job.kind });
    const page = job.kind === 'verify_email' ? 'verify-email' : 'reset-password';
    const until = new Intl.DateTimeFormat(recipient.language === 'en' ? 'en-GB' : 'da', { dateStyle: 'long', timeStyle: 'long', timeZone: recipient.timeZone });
    return { url: `${origin}/${page}?token=${encodeURIComponent(token)}`, until: until.format(new Date(expiresAt)) };
  }
}
