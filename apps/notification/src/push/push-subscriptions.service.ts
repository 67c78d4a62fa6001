import { createECDH } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, notification, Problem, type RouteAnswer } from '@unityplan/contracts';
import { CONFIG, DB, type MemberContext } from '@unityplan/service-kit';
import type { NotificationDb } from '../db/schema.ts';
import { Workers } from '../jobs/workers.ts';
import type { NotificationConfig } from '../notification.config.ts';
import { isAllowedEndpoint } from './endpoints.policy.ts';
import { PushSubscriptionsRepository, type PushSubscription } from './push-subscriptions.repository.ts';
import { SealedSubscriptions, type PushAddress } from './sealed-subscriptions.ts';

type Device = RouteAnswer<typeof notification.subscribePush>;

@Injectable()
export class PushSubscriptionsService {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(CONFIG) private readonly config: NotificationConfig,
    private readonly repository: PushSubscriptionsRepository,
    private readonly sealed: SealedSubscriptions,
    private readonly workers: Workers,
  ) {}

  /** Throws `push_endpoint_refused` for an address that is no push service's, and `push_keys_invalid` for a key that is none. */
  async subscribe({ territory, member }: MemberContext, address: PushAddress): Promise<Device> {
    const { push_endpoint_refused, push_keys_invalid } = notification.notificationErrors;
    if (!isAllowedEndpoint(address.endpoint, this.config.pushTrustedOrigins)) throw new Problem(push_endpoint_refused);
    if (!isPoint(address.keys.p256dh)) throw new Problem(push_keys_invalid);
    const values = this.sealed.seal(territory, member.memberId, address);
    const row = await this.db.transact(territory, (tx) => this.repository.put(tx, member.memberId, values));
    return toDevice(row, address);
  }

  /** The member's browsers, newest first. */
  async list({ territory, member }: MemberContext): Promise<{ items: Device[] }> {
    const rows = await this.db.read(territory, (reader) => reader.selectFrom('push_subscriptions').selectAll().where('member_id', '=', member.memberId).orderBy('id', 'desc').execute());
    return { items: rows.map((row) => toDevice(row, this.sealed.open(territory, row))) };
  }

  remove({ territory, member }: MemberContext, id: string): Promise<void> {
    return this.db.transact(territory, (tx) => this.repository.remove(tx, member.memberId, id));
  }

  unsubscribe({ territory, member }: MemberContext, endpoint: string): Promise<void> {
    return this.db.transact(territory, (tx) => this.repository.removeByEndpoint(tx, member.memberId, this.sealed.indexOf(territory, endpoint)));
  }

  /** Throws `not_found` for a browser that is not the member's. */
  test({ territory, member }: MemberContext, id: string): Promise<void> {
    return this.db.transact(territory, async (tx) => {
      if (!(await this.repository.addTest(tx, member.memberId, id))) throw new Problem(commonErrors.not_found);
      tx.onCommit(() => this.workers.wake('push', territory));
    });
  }
}

/** Whether it is a point of the curve P-256: nothing else can be encrypted for. */
function isPoint(p256dh: string): boolean {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  try {
    ecdh.computeSecret(Buffer.from(p256dh, 'base64url'));
    return true;
  } catch {
    return false;
  }
}

function toDevice({ id, created_at, last_sent_at }: PushSubscription, { device }: PushAddress): Device {
  return { subscriptionId: id, device, createdAt: created_at.toISOString(), lastSentAt: last_sent_at?.toISOString() ?? null };
}
