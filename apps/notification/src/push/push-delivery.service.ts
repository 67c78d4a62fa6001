import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DB, type Clock } from '@unityplan/service-kit';
import type { NotificationDb } from '../db/schema.ts';
import { cancelled, couldNotBeWritten, type Attempt } from '../jobs/attempts.ts';
import { PushMessages, type PushJob } from './push-messages.ts';
import { PushTransport, type PushMessage } from './push-transport.ts';
import { outcomeOf } from './push.policy.ts';
import { SealedSubscriptions } from './sealed-subscriptions.ts';
import { VapidKeyService } from './vapid-keys.service.ts';

/** Writes a push message from how things are now, and hands it over. `gone`: the browser has ended its subscription. */
@Injectable()
export class PushDeliveryService {
  constructor(
    @Inject(DB) private readonly db: NotificationDb,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly messages: PushMessages,
    private readonly transport: PushTransport,
    private readonly sealed: SealedSubscriptions,
    private readonly keys: VapidKeyService,
  ) {}

  async send(territory: string, job: PushJob): Promise<{ attempt: Attempt; gone: boolean }> {
    const stays = (attempt: Attempt) => ({ attempt, gone: false });
    try {
      const row = await this.db.read(territory, (reader) => reader.selectFrom('push_subscriptions').selectAll().where('id', '=', job.subscription_id).executeTakeFirst());
      // Someone else may have signed in to the browser since.
      if (!row || row.member_id !== job.member_id) return stays(cancelled('the browser takes no messages any more'));
      const message: PushMessage | Attempt = await this.messages.write(territory, job);
      if ('outcome' in message) return stays(message);
      const answer = await this.transport.send(this.sealed.open(territory, row), message, await this.keys.of(territory));
      return outcomeOf(answer, this.clock());
    } catch (error) {
      return stays(couldNotBeWritten(error));
    }
  }
}
