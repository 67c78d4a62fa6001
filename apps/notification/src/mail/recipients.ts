import { Injectable } from '@nestjs/common';
import { auth } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { Locales } from '../neighbours/locales.views.ts';
import type { MailJob } from './mail-jobs.repository.ts';

/** Whom a mail is for, asked when it is sent and kept nowhere. */
export interface Recipient {
  readonly address: string;
  readonly verified: boolean;
  readonly language: 'en' | 'da';
  readonly timeZone: string;
  readonly name: string | null;
}

@Injectable()
export class Recipients {
  constructor(
    private readonly rpc: RpcClient,
    private readonly locales: Locales,
  ) {}

  /** Undefined when there is no address to write to. Throws when the auth service is away. */
  async of(territory: string, job: Pick<MailJob, 'member_id' | 'language'>): Promise<Recipient | undefined> {
    const memberId = job.member_id;
    const [{ address, verified }, locale] = await Promise.all([
      this.rpc.call(auth.mailAddress, territory, { memberId }),
      // People who just registered have no profile; they are written to in the language they registered in.
      this.locales.of(territory, memberId).catch(() => undefined),
    ]);
    if (address === null) return undefined;
    const language = job.language ?? locale?.language ?? this.locales.defaultLanguage(territory);
    return { address, verified, language, timeZone: locale?.timeZone ?? 'UTC', name: locale?.displayName ?? null };
  }
}
