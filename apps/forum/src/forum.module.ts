import { Module } from '@nestjs/common';
import { forgetRequests, People, Upkeep } from '@unityplan/service-kit';
import { AccessHandlers } from './access/access.handlers.ts';
import { Access } from './access/access.views.ts';
import { Explained } from './access/explained.views.ts';
import { KnownCategories } from './access/known-categories.views.ts';
import { PlacesViews } from './access/places.views.ts';
import { AppealsController } from './appeals/appeals.controller.ts';
import { AppealsRepository } from './appeals/appeals.repository.ts';
import { AppealsService } from './appeals/appeals.service.ts';
import { CaseDetails } from './cases/case-details.views.ts';
import { CasesController } from './cases/cases.controller.ts';
import { CasesRepository } from './cases/cases.repository.ts';
import { CasesService } from './cases/cases.service.ts';
import { CasesViews } from './cases/cases.views.ts';
import { DirectModerationService } from './cases/direct.service.ts';
import { CaseIntake } from './cases/intake.service.ts';
import { CategoriesController } from './categories/categories.controller.ts';
import { CategoriesRepository } from './categories/categories.repository.ts';
import { CategoriesService } from './categories/categories.service.ts';
import { CategoriesViews } from './categories/categories.views.ts';
import { Confidential } from './confidential/confidential.service.ts';
import { DecisionsController } from './decisions/decisions.controller.ts';
import { DecisionsHandlers } from './decisions/decisions.handlers.ts';
import { DecisionsRepository } from './decisions/decisions.repository.ts';
import { DecisionsService } from './decisions/decisions.service.ts';
import { DecisionsViews } from './decisions/decisions.views.ts';
import { HidingsViews } from './decisions/hidings.views.ts';
import { ToldDecisionsViews } from './decisions/told-decisions.views.ts';
import { DraftsController } from './drafts/drafts.controller.ts';
import { DraftsRepository } from './drafts/drafts.repository.ts';
import { DraftsService } from './drafts/drafts.service.ts';
import { DraftsViews } from './drafts/drafts.views.ts';
import { ForumMetrics } from './events.ts';
import { FeedsController } from './feeds/feeds.controller.ts';
import { FeedsViews } from './feeds/feeds.views.ts';
import { FlagWriter } from './flags/flag-writer.ts';
import { FlagsController } from './flags/flags.controller.ts';
import { FlagsRepository } from './flags/flags.repository.ts';
import { FlagsService } from './flags/flags.service.ts';
import { FlagsViews } from './flags/flags.views.ts';
import { HidingRepository } from './hiding/hiding.repository.ts';
import { HidingService } from './hiding/hiding.service.ts';
import { ExcerptsViews } from './posts/excerpts.views.ts';
import { PostsController } from './posts/posts.controller.ts';
import { PostsHandlers } from './posts/posts.handlers.ts';
import { PostsRepository } from './posts/posts.repository.ts';
import { PostsService } from './posts/posts.service.ts';
import { PostsViews } from './posts/posts.views.ts';
import { RepliesRepository } from './posts/replies.repository.ts';
import { RepliesService } from './posts/replies.service.ts';
import { ReadingController } from './reading/reading.controller.ts';
import { ReadingRepository } from './reading/reading.repository.ts';
import { ReadingService } from './reading/reading.service.ts';
import { RetentionRepository } from './retention/retention.repository.ts';
import { Retention } from './retention/retention.service.ts';
import { RevisionsController } from './revisions/revisions.controller.ts';
import { RevisionsViews } from './revisions/revisions.views.ts';
import { TopicChangesRepository } from './topics/topic-changes.repository.ts';
import { TopicChangesService } from './topics/topic-changes.service.ts';
import { TopicPageViews } from './topics/topic-page.views.ts';
import { TopicsController } from './topics/topics.controller.ts';
import { TopicsRepository } from './topics/topics.repository.ts';
import { TopicsService } from './topics/topics.service.ts';
import { TopicsViews } from './topics/topics.views.ts';
import { VotesController } from './votes/votes.controller.ts';
import { VotesRepository } from './votes/votes.repository.ts';
import { VotesService } from './votes/votes.service.ts';
import { WritingController } from './writing/writing.controller.ts';
import { WritingService } from './writing/writing.service.ts';

const controllers = [
  AccessHandlers, CategoriesController, TopicsController, PostsController, PostsHandlers, RevisionsController, VotesController, DraftsController, ReadingController, FlagsController,
  CasesController, AppealsController, DecisionsController, DecisionsHandlers, FeedsController, WritingController,
];
const reading = [
  KnownCategories, Access, Explained, PlacesViews, CategoriesViews, TopicsViews, TopicPageViews, PostsViews, ExcerptsViews, RevisionsViews, DraftsViews, FlagsViews, CasesViews,
  CaseDetails, HidingsViews, DecisionsViews, ToldDecisionsViews, FeedsViews, People,
];
const writing = [
  CategoriesService, CategoriesRepository, TopicsService, TopicsRepository, TopicChangesService, TopicChangesRepository, PostsService, PostsRepository, RepliesService,
  RepliesRepository, VotesService, VotesRepository, DraftsService, DraftsRepository, ReadingService, ReadingRepository, WritingService, Confidential,
];
const moderating = [
  FlagsService, FlagsRepository, FlagWriter, CasesService, CasesRepository, CaseIntake, DirectModerationService, HidingService, HidingRepository, DecisionsService,
  DecisionsRepository, AppealsService, AppealsRepository,
];

@Module({ controllers, providers: [...reading, ...writing, ...moderating, Retention, RetentionRepository, forgetRequests('forum_requests'), Upkeep, ForumMetrics] })
export class ForumModule {}
