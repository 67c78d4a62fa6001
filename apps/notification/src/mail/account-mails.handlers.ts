import { Controller } from '@nestjs/common';
import { auth, type EventOf } from '@unityplan/contracts';
import { Handles } from '@unityplan/messaging';
import type { NotificationTx } from '../db/schema.ts';
import { MailQueue } from './mail-queue.service.ts';

/** What the auth service wants people to know. The event's id makes two requests two mails, and one event never two. */
@Controller()
export class AccountMailsHandlers {
  constructor(private readonly mail: MailQueue) {}

  @Handles(auth.accountRegistered)
  onRegistered({ id, payload }: EventOf<typeof auth.accountRegistered>, tx: NotificationTx) {
    return this.mail.add(tx, { ...payload, kind: 'verify_email', aboutId: id });
  }

  @Handles(auth.verificationRequested)
  onVerificationRequested({ id, payload }: EventOf<typeof auth.verificationRequested>, tx: NotificationTx) {
    return this.mail.add(tx, { ...payload, kind: 'verify_email', aboutId: id });
  }

  @Handles(auth.registrationRepeated)
  onRegistrationRepeated({ id, payload }: EventOf<typeof auth.registrationRepeated>, tx: NotificationTx) {
    return this.mail.add(tx, { ...payload, kind: 'registration_repeated', aboutId: id });
  }

  @Handles(auth.passwordResetRequested)
  onPasswordResetRequested({ id, payload }: EventOf<typeof auth.passwordResetRequested>, tx: NotificationTx) {
    return this.mail.add(tx, { ...payload, kind: 'reset_password', aboutId: id });
  }

  @Handles(auth.passwordChanged)
  onPasswordChanged({ id, payload }: EventOf<typeof auth.passwordChanged>, tx: NotificationTx) {
    return this.mail.add(tx, { ...payload, kind: 'password_changed', aboutId: id });
  }

  @Handles(auth.refreshReplayed)
  onRefreshReplayed({ id, payload }: EventOf<typeof auth.refreshReplayed>, tx: NotificationTx) {
    return this.mail.add(tx, { memberId: payload.memberId, kind: 'session_replayed', aboutId: id });
  }
}
