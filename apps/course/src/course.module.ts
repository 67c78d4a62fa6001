import { Module } from '@nestjs/common';
import { forgetRequests, People, Upkeep } from '@unityplan/service-kit';
import { BadgesHandlers } from './badges/badges.handlers.ts';
import { Badges } from './badges/badges.views.ts';
import { CatalogueController } from './catalogue/catalogue.controller.ts';
import { CatalogueHandlers } from './catalogue/catalogue.handlers.ts';
import { Catalogue } from './catalogue/catalogue.views.ts';
import { CourseLinks } from './catalogue/course-links.views.ts';
import { CoursePage } from './catalogue/course-page.views.ts';
import { Standings } from './catalogue/standings.views.ts';
import { Authors } from './drafts/authors.service.ts';
import { DraftFiles } from './drafts/draft-files.service.ts';
import { DraftsController } from './drafts/drafts.controller.ts';
import { DraftsRepository } from './drafts/drafts.repository.ts';
import { DraftsService } from './drafts/drafts.service.ts';
import { DraftsViews } from './drafts/drafts.views.ts';
import { Admission } from './enrolments/admission.service.ts';
import { EnrolmentsController } from './enrolments/enrolments.controller.ts';
import { EnrolmentsList } from './enrolments/enrolments-list.views.ts';
import { EnrolmentsRepository } from './enrolments/enrolments.repository.ts';
import { EnrolmentsService } from './enrolments/enrolments.service.ts';
import { EnrolmentsViews } from './enrolments/enrolments.views.ts';
import { RenewalsService } from './enrolments/renewals.service.ts';
import { Renewals } from './enrolments/renewals.views.ts';
import { CourseMetrics } from './events.ts';
import { LessonsController } from './lessons/lessons.controller.ts';
import { LessonsService } from './lessons/lessons.service.ts';
import { LessonsViews } from './lessons/lessons.views.ts';
import { Rendering } from './lessons/rendering.views.ts';
import { ProgressRepository } from './progress/progress.repository.ts';
import { ProgressService } from './progress/progress.service.ts';
import { AnswerSheets } from './quizzes/answer-sheets.service.ts';
import { AnsweringService } from './quizzes/answering.service.ts';
import { AttemptsRepository } from './quizzes/attempts.repository.ts';
import { AttemptsService } from './quizzes/attempts.service.ts';
import { AttemptsViews } from './quizzes/attempts.views.ts';
import { QuizzesController } from './quizzes/quizzes.controller.ts';
import { QuizzesViews } from './quizzes/quizzes.views.ts';
import { SealedAnswers } from './quizzes/sealed-answers.ts';
import { ImportsController } from './seeds/imports.controller.ts';
import { Imports } from './seeds/imports.service.ts';
import { Seeding } from './seeds/seeding.service.ts';
import { Archive } from './versions/archive.service.ts';
import { Checks } from './versions/checks.service.ts';
import { ErasedFilesService } from './versions/erased-files.service.ts';
import { Publishing } from './versions/publishing.service.ts';
import { VersionsController } from './versions/versions.controller.ts';
import { VersionsHandlers } from './versions/versions.handlers.ts';
import { VersionsList } from './versions/versions-list.views.ts';
import { VersionsRepository } from './versions/versions.repository.ts';
import { VersionsService } from './versions/versions.service.ts';
import { Versions } from './versions/versions.views.ts';

@Module({
  controllers: [
    CatalogueController, CatalogueHandlers, DraftsController, VersionsController, VersionsHandlers, ImportsController, EnrolmentsController, LessonsController, QuizzesController, BadgesHandlers,
  ],
  providers: [
    Catalogue, Standings, CoursePage, CourseLinks, Authors, DraftFiles, DraftsRepository, DraftsService, DraftsViews, Versions, VersionsList, VersionsRepository, VersionsService, Publishing, Checks, Archive,
    ErasedFilesService, Admission, EnrolmentsRepository, EnrolmentsService, EnrolmentsViews, EnrolmentsList, Renewals, RenewalsService, ProgressRepository, ProgressService, LessonsService, LessonsViews,
    Rendering, AttemptsRepository, AttemptsService, AttemptsViews, AnswerSheets, AnsweringService, QuizzesViews, SealedAnswers, Imports, Seeding, Badges, People, forgetRequests('course_requests'), Upkeep,
    CourseMetrics,
  ],
})
export class CourseModule {}
