import { Injectable } from '@nestjs/common';
import { auth } from '@unityplan/contracts';
import { Outbox } from '@unityplan/messaging';
import type { CallContext } from '@unityplan/service-kit';
import { MailRequests } from '../accounts/mail-requests.service.ts';

/** Where a link for a new password is asked for. */
@Injectable()
export class ResetRequestsService {
  constructor(
    private readonly mailRequests: MailRequests,
    private readonly outbox: Outbox,
  ) {}

  /** Has a link mailed when the address has an account, verified or not; the answer does not say. */
  request(email: string, call: CallContext): Promise<{ accepted: true }> {
    return this.mailRequests.request(email, call, (tx, { member_id: memberId, language }) => this.outbox.publish(tx, auth.passwordResetRequested, { memberId, language }));
  }
}
