import { Module } from '@nestjs/common';
import { MailMetrics } from './events.ts';
import { AccountMailsHandlers } from './mail/account-mails.handlers.ts';
import { AccountMails } from './mail/account-mails.ts';
import { MailJobsRepository } from './mail/mail-jobs.repository.ts';
import { MailQueue } from './mail/mail-queue.service.ts';
import { MailSender } from './mail/mail-sender.ts';
import { MailTransport } from './mail/mail-transport.ts';
import { MailWorker } from './mail/mail.worker.ts';
import { PostMails } from './mail/post-mails.ts';
import { Recipients } from './mail/recipients.ts';
import { NotificationsController } from './notifications/notifications.controller.ts';
import { NotificationsHandlers } from './notifications/notifications.handlers.ts';
import { NotificationsRepository } from './notifications/notifications.repository.ts';
import { NotificationsService } from './notifications/notifications.service.ts';
import { NotificationsViews } from './notifications/notifications.views.ts';
import { PreferencesController } from './preferences/preferences.controller.ts';
import { PreferencesRepository } from './preferences/preferences.repository.ts';
import { PreferencesService } from './preferences/preferences.service.ts';
import { PreferencesViews } from './preferences/preferences.views.ts';
import { UnsubscribeLinks } from './unsubscribes/unsubscribe-links.service.ts';
import { UnsubscribesController } from './unsubscribes/unsubscribes.controller.ts';
import { UnsubscribesService } from './unsubscribes/unsubscribes.service.ts';

@Module({
  controllers: [NotificationsController, NotificationsHandlers, PreferencesController, UnsubscribesController, AccountMailsHandlers],
  providers: [
    NotificationsService, NotificationsRepository, NotificationsViews, PreferencesService, PreferencesRepository, PreferencesViews,
    UnsubscribesService, UnsubscribeLinks, MailQueue, MailJobsRepository, MailWorker, MailSender, MailTransport, PostMails, AccountMails, Recipients, MailMetrics,
  ],
})
export class NotificationModule {}
