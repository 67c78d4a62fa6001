import { Module } from '@nestjs/common';
import { forgetRequests, People, Upkeep } from '@unityplan/service-kit';
import { AccessController } from './access/access.controller.ts';
import { AccessHandlers } from './access/access.handlers.ts';
import { AccessViews } from './access/access.views.ts';
import { Announcing } from './awards/announcing.service.ts';
import { AwardsController } from './awards/awards.controller.ts';
import { AwardsHandlers } from './awards/awards.handlers.ts';
import { AwardsRepository } from './awards/awards.repository.ts';
import { AwardsService } from './awards/awards.service.ts';
import { AwardsViews } from './awards/awards.views.ts';
import { Completions } from './awards/completions.service.ts';
import { Giving } from './awards/giving.service.ts';
import { Granting } from './awards/granting.service.ts';
import { HoldingsViews } from './awards/holdings.views.ts';
import { OperatorService } from './awards/operator.service.ts';
import { Reasons } from './awards/reasons.service.ts';
import { Revoking } from './awards/revoking.service.ts';
import { CoursesHandlers } from './courses/courses.handlers.ts';
import { CoursesRepository } from './courses/courses.repository.ts';
import { CoursesService } from './courses/courses.service.ts';
import { CoursesViews } from './courses/courses.views.ts';
import { BadgePage } from './definitions/badge-page.views.ts';
import { DefinitionsController } from './definitions/definitions.controller.ts';
import { DefinitionsHandlers } from './definitions/definitions.handlers.ts';
import { DefinitionsList } from './definitions/definitions-list.views.ts';
import { DefinitionsRepository } from './definitions/definitions.repository.ts';
import { DefinitionsService } from './definitions/definitions.service.ts';
import { DefinitionsViews } from './definitions/definitions.views.ts';
import { BadgeMetrics } from './events.ts';
import { ExpiryHandlers } from './expiry/expiry.handlers.ts';
import { ExpiryRepository } from './expiry/expiry.repository.ts';
import { Expiry } from './expiry/expiry.service.ts';
import { ExpiryWatch } from './expiry/expiry.watch.ts';

@Module({
  controllers: [DefinitionsController, DefinitionsHandlers, AwardsController, AwardsHandlers, AccessController, AccessHandlers, CoursesHandlers, ExpiryHandlers],
  providers: [
    DefinitionsService, DefinitionsRepository, DefinitionsViews, DefinitionsList, BadgePage, CoursesService, CoursesRepository, CoursesViews, People,
    AwardsService, AwardsRepository, AwardsViews, HoldingsViews, Completions, Giving, Granting, Revoking, OperatorService, Reasons, Announcing,
    AccessViews, Expiry, ExpiryRepository, ExpiryWatch, forgetRequests('badge_requests'), Upkeep, BadgeMetrics,
  ],
})
export class BadgeModule {}
