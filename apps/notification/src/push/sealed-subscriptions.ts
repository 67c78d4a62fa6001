import { Inject, Injectable } from '@nestjs/common';
import { notification } from '@unityplan/contracts';
import { KEYRING } from '@unityplan/service-kit';
import { openText, sealText, type Keyring } from '@unityplan/territory';
import type { z } from 'zod';
import type { PushSubscriptionsTable } from '../db/push.table.ts';

export type PushAddress = z.output<typeof notification.pushSubscriptionInput>;
type Sealed = Pick<PushSubscriptionsTable, 'member_id' | 'wrapped_key' | 'sealed'>;

const purpose = 'push_subscriptions.sealed';

/** Seals and opens where a browser takes its messages: whoever has that knows which browser a member uses, and can write to it. */
@Injectable()
export class SealedSubscriptions {
  constructor(@Inject(KEYRING) private readonly keyring: Keyring) {}

  seal(territory: string, memberId: string, address: PushAddress): Pick<PushSubscriptionsTable, 'endpoint_index' | 'wrapped_key' | 'sealed'> {
    const { key, wrapped } = this.keyring.createMemberKey({ territory, memberId });
    return { endpoint_index: this.indexOf(territory, address.endpoint), wrapped_key: wrapped, sealed: sealText(key, JSON.stringify(address), { territory, memberId, purpose }) };
  }

  open(territory: string, { member_id: memberId, wrapped_key, sealed }: Sealed): PushAddress {
    const key = this.keyring.openMemberKey(wrapped_key, { territory, memberId });
    return JSON.parse(openText(key, sealed, { territory, memberId, purpose })) as PushAddress;
  }

  /** To find a browser again without reading any. */
  indexOf(territory: string, endpoint: string): string {
    return this.keyring.blindIndex(territory, 'push_subscriptions.endpoint', endpoint);
  }
}
