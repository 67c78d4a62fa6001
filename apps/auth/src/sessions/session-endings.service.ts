import { Inject, Injectable } from '@nestjs/common';
import { auth } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import type { AuthTx } from '../db/schema.ts';
import type { EndReason } from '../db/sessions.table.ts';
import { SessionsRepository } from './sessions.repository.ts';

/** Ends sessions and tells of it, so that gateways refuse their access tokens from then on. */
@Injectable()
export class SessionEndings {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly repository: SessionsRepository,
    private readonly outbox: Outbox,
  ) {}

  /** False when there was no such open session (of that member, when one is given). */
  async end(tx: AuthTx, of: { sessionId: string; memberId?: string }, reason: EndReason): Promise<boolean> {
    const memberId = await this.repository.end(tx, of, reason, new Date(this.clock()));
    if (memberId === undefined) return false;
    await this.outbox.publish(tx, auth.sessionEnded, { memberId, sessionId: of.sessionId, reason });
    return true;
  }

  async endAll(tx: AuthTx, memberId: string, reason: EndReason): Promise<void> {
    for (const sessionId of await this.repository.endAll(tx, memberId, reason, new Date(this.clock())))
      await this.outbox.publish(tx, auth.sessionEnded, { memberId, sessionId, reason });
  }
}
