import { Module } from '@nestjs/common';
import { People } from '@unityplan/service-kit';
import { Contents } from './contents/contents.views.ts';
import { DigestsPlanner } from './digests/digests.planner.ts';
import { DigestsRepository } from './digests/digests.repository.ts';
import { DigestsService } from './digests/digests.service.ts';
import { WorkMetrics } from './events.ts';
import { Workers } from './jobs/workers.ts';
import { AccountMailsHandlers } from './mail/account-mails.handlers.ts';
import { AccountMails } from './mail/account-mails.ts';
import { DigestMails } from './mail/digest-mails.ts';
import { LetterFrame } from './mail/letter-frame.ts';
import { MailJobsRepository } from './mail/mail-jobs.repository.ts';
import { MailQueue } from './mail/mail-queue.service.ts';
import { MailSender } from './mail/mail-sender.ts';
import { MailTransport } from './mail/mail-transport.ts';
import { MailWorker } from './mail/mail.worker.ts';
import { NoticeMails } from './mail/notice-mails.ts';
import { Recipients } from './mail/recipients.ts';
import { Audience } from './neighbours/audience.views.ts';
import { Locales } from './neighbours/locales.views.ts';
import { NeighboursHandlers } from './neighbours/neighbours.handlers.ts';
import { CountsViews } from './notifications/counts.views.ts';
import { ItemsViews } from './notifications/items.views.ts';
import { MarksRepository } from './notifications/marks.repository.ts';
import { MarksService } from './notifications/marks.service.ts';
import { NotificationsController } from './notifications/notifications.controller.ts';
import { NotificationsViews } from './notifications/notifications.views.ts';
import { RulesService } from './notifications/rules.service.ts';
import { OutgoingViews } from './outgoing/outgoing.views.ts';
import { PreferencesController } from './preferences/preferences.controller.ts';
import { PreferencesRepository } from './preferences/preferences.repository.ts';
import { PreferencesService } from './preferences/preferences.service.ts';
import { PreferencesViews } from './preferences/preferences.views.ts';
import { PushDeliveryService } from './push/push-delivery.service.ts';
import { PushMessages } from './push/push-messages.ts';
import { PushSubscriptionsRepository } from './push/push-subscriptions.repository.ts';
import { PushSubscriptionsService } from './push/push-subscriptions.service.ts';
import { PushTransport } from './push/push-transport.ts';
import { PushController } from './push/push.controller.ts';
import { PushWorker } from './push/push.worker.ts';
import { SealedSubscriptions } from './push/sealed-subscriptions.ts';
import { VapidKeyService } from './push/vapid-keys.service.ts';
import { RetentionWorker } from './retention/retention.worker.ts';
import { BadgeNewsHandlers } from './telling/badge-news.handlers.ts';
import { BadgeNewsService } from './telling/badge-news.service.ts';
import { CandidatesViews } from './telling/candidates.views.ts';
import { ForumNewsHandlers } from './telling/forum-news.handlers.ts';
import { ModerationNewsHandlers } from './telling/moderation-news.handlers.ts';
import { ModerationNewsService } from './telling/moderation-news.service.ts';
import { PostNewsService } from './telling/post-news.service.ts';
import { SpreadingService } from './telling/spreading.service.ts';
import { SpreadsRepository } from './telling/spreads.repository.ts';
import { SpreadsService } from './telling/spreads.service.ts';
import { SpreadsWorker } from './telling/spreads.worker.ts';
import { TakingBackRepository } from './telling/taking-back.repository.ts';
import { TakingBackService } from './telling/taking-back.service.ts';
import { TellingRepository } from './telling/telling.repository.ts';
import { TellingService } from './telling/telling.service.ts';
import { UnsubscribeLinks } from './unsubscribes/unsubscribe-links.service.ts';
import { UnsubscribesController } from './unsubscribes/unsubscribes.controller.ts';
import { UnsubscribesService } from './unsubscribes/unsubscribes.service.ts';
import { WaitingHandlers } from './waiting/waiting.handlers.ts';
import { WaitingService } from './waiting/waiting.service.ts';
import { WatchLevelsController } from './watch-levels/watch-levels.controller.ts';
import { WatchLevelsRepository } from './watch-levels/watch-levels.repository.ts';
import { WatchLevelsService } from './watch-levels/watch-levels.service.ts';
import { WatchLevelsViews } from './watch-levels/watch-levels.views.ts';

@Module({
  controllers: [
    NotificationsController, PreferencesController, WatchLevelsController, UnsubscribesController, PushController,
    ForumNewsHandlers, BadgeNewsHandlers, ModerationNewsHandlers, AccountMailsHandlers, NeighboursHandlers, WaitingHandlers,
  ],
  providers: [
    // What members are told.
    TellingService, TellingRepository, CandidatesViews, TakingBackService, TakingBackRepository, PostNewsService, BadgeNewsService, ModerationNewsService,
    SpreadsService, SpreadsRepository, SpreadingService, SpreadsWorker,
    // Their list, and their wishes.
    NotificationsViews, ItemsViews, CountsViews, MarksService, MarksRepository, RulesService, PreferencesService, PreferencesRepository, PreferencesViews,
    WatchLevelsService, WatchLevelsRepository, WatchLevelsViews, UnsubscribesService, UnsubscribeLinks, WaitingService,
    // What leaves the house.
    OutgoingViews, Contents, MailQueue, MailJobsRepository, MailWorker, MailSender, MailTransport, NoticeMails, DigestMails, LetterFrame, AccountMails, Recipients,
    DigestsService, DigestsRepository, DigestsPlanner,
    PushWorker, PushDeliveryService, PushMessages, PushTransport, PushSubscriptionsService, PushSubscriptionsRepository, SealedSubscriptions, VapidKeyService,
    // What it takes.
    People, Locales, Audience, Workers, RetentionWorker, WorkMetrics,
  ],
})
export class NotificationModule {}
