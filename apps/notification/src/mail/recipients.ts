import { Inject, Injectable } from '@nestjs/common';
import { auth, user } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { REGISTRY } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
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
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
  ) {}

  /** Undefined when there is no address to write to. Throws when the auth service is away. */
  async of(territory: string, job: Pick<MailJob, 'member_id' | 'language'>): Promise<Recipient | undefined> {
    const memberId = job.member_id;
    const [{ address, verified }, locale] = await Promise.all([
      this.rpc.call(auth.mailAddress, territory, { memberId }),
      // People who just registered have no profile; they are written to in the language they registered in.
      this.rpc.call(user.getLocale, territory, { memberId }).catch(() => undefined),
    ]);
    if (address === null) return undefined;
    const language = job.language ?? locale?.language ?? this.defaultLanguage(territory);
    return { address, verified, language, timeZone: locale?.timeZone ?? 'UTC', name: locale?.displayName ?? null };
  }

  private defaultLanguage(territory: string): 'en' | 'da' {
    return this.registry.get(territory)?.defaultLanguage.startsWith('da') ? 'da' : 'en';
  }
}
