import { Inject, Injectable } from '@nestjs/common';
import { user, type RpcOutput, type UiLanguage } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { REGISTRY } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import QuickLRU from 'quick-lru';

const keepMs = 60_000;
const mostMembers = 20_000;

export type Locale = RpcOutput<typeof user.getLocale>;

/** In which language and time zone a member lives: asked when needed, remembered for a minute, stored nowhere. */
@Injectable()
export class Locales {
  private readonly known = new QuickLRU<string, Locale>({ maxSize: mostMembers, maxAge: keepMs });

  constructor(
    private readonly rpc: RpcClient,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
  ) {}

  /** Of people without a profile it is the territory's. Throws while the user service is away. */
  async of(territory: string, memberId: string): Promise<Locale> {
    const key = `${territory} ${memberId}`;
    const known = this.known.get(key);
    if (known) return known;
    const locale = await this.rpc.call(user.getLocale, territory, { memberId });
    this.known.set(key, locale);
    return locale;
  }

  forget(territory: string, memberId: string): void {
    this.known.delete(`${territory} ${memberId}`);
  }

  /** While the user service is away; by the rule by which it answers for people without a profile. */
  defaultLanguage(territory: string): UiLanguage {
    return this.registry.get(territory)?.defaultLanguage === 'da' ? 'da' : 'en';
  }
}
