import { Injectable } from '@nestjs/common';
import type { AccountMailKind } from '../db/mail-jobs.table.ts';
import { AccountMails } from './account-mails.ts';
import type { MailJob } from './mail-jobs.repository.ts';
import { MailTransport, type Letter } from './mail-transport.ts';
import type { Cancelled, Handover } from './mail.policy.ts';
import { PostMails } from './post-mails.ts';

/** Writes a mail from how things are now, and hands it over. */
@Injectable()
export class MailSender {
  constructor(
    private readonly posts: PostMails,
    private readonly accounts: AccountMails,
    private readonly transport: MailTransport,
  ) {}

  async send(territory: string, job: MailJob): Promise<Handover | Cancelled> {
    let letter: Letter | Cancelled;
    try {
      letter = await (job.kind === 'post' ? this.posts.write(territory, job) : this.accounts.write(territory, { ...job, kind: job.kind as AccountMailKind }));
    } catch (error) {
      // A service that is asked for the text or the address is away; the mail can wait.
      return { outcome: 'retry', note: `could not be written: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}` };
    }
    return 'outcome' in letter ? letter : this.transport.send(letter);
  }
}
