import { Injectable } from '@nestjs/common';
import { auth } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { Locales, type Locale } from '../neighbours/locales.views.ts';
import type { MailJob } from './mail-jobs.repository.ts';

/** Whom a mail is for, asked when it is sent and kept nowhere. */
export interface Recipient {
  readonly address: string;
  readonly verified: boolean;
  readonly language: 'en' | 'da';
  readonly timeZone: string;
  readonly name: string | null;
}

type Job = Pick<MailJob, 'member_id' | 'language'>;

@Injectable()
export class Recipients {
  constructor(
    private readonly rpc: RpcClient,
    private readonly locales: Locales,
  ) {}

  /** Undefined when there is no address to write to. Throws while the auth service or the user service is away. */
  of(territory: string, { member_id: memberId }: Job): Promise<Recipient | undefined> {
    return this.with(territory, memberId, this.locales.of(territory, memberId));
  }

  /** The same for mails about the account: they do not wait for the user service, and are in the language that was chosen when they were asked for. */
  async ofAccount(territory: string, { member_id: memberId, language }: Job): Promise<Recipient | undefined> {
    const locale = this.locales.of(territory, memberId).catch(() => ({ language: this.locales.defaultLanguage(territory), timeZone: 'UTC', displayName: null }));
    const recipient = await this.with(territory, memberId, locale);
    return recipient && { ...recipient, language: language ?? recipient.language };
  }

  private async with(territory: string, memberId: string, asked: Promise<Omit<Locale, 'handle'>>): Promise<Recipient | undefined> {
    const [{ address, verified }, { language, timeZone, displayName }] = await Promise.all([this.rpc.call(auth.mailAddress, territory, { memberId }), asked]);
    return address === null ? undefined : { address, verified, language, timeZone, name: displayName };
  }
}
