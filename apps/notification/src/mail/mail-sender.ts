import { Injectable } from '@nestjs/common';
import type { AccountMailKind } from '../db/jobs.table.ts';
import type { DigestContents } from '../digests/digests.service.ts';
import { couldNotBeWritten, type Attempt } from '../jobs/attempts.ts';
import { AccountMails } from './account-mails.ts';
import { DigestMails } from './digest-mails.ts';
import type { MailJob } from './mail-jobs.repository.ts';
import { MailTransport, type Letter } from './mail-transport.ts';
import { NoticeMails } from './notice-mails.ts';

/** What came of a mail; of a digest also what was in it. */
export type Sent = Attempt & { readonly digest?: DigestContents };

const accountKinds: ReadonlySet<string> = new Set<AccountMailKind>(['verify_email', 'registration_repeated', 'reset_password', 'password_changed', 'session_replayed']);

/** Writes a mail from how things are now, and hands it over. */
@Injectable()
export class MailSender {
  constructor(
    private readonly notices: NoticeMails,
    private readonly digests: DigestMails,
    private readonly accounts: AccountMails,
    private readonly transport: MailTransport,
  ) {}

  async send(territory: string, job: MailJob): Promise<Sent> {
    try {
      if (job.kind === 'digest') {
        const { mail, contents } = await this.digests.write(territory, job);
        return { ...(await this.handOver(mail)), digest: contents };
      }
      return await this.handOver(await (accountKinds.has(job.kind) ? this.accounts.write(territory, { ...job, kind: job.kind as AccountMailKind }) : this.notices.write(territory, job)));
    } catch (error) {
      return couldNotBeWritten(error);
    }
  }

  private async handOver(mail: Letter | Attempt): Promise<Attempt> {
    return 'outcome' in mail ? mail : this.transport.send(mail);
  }
}
