import { Module } from '@nestjs/common';
import { CategoriesController } from './categories/categories.controller.ts';
import { CategoriesViews } from './categories/categories.views.ts';
import { ForumMetrics } from './events.ts';
import { People } from './people/people.views.ts';
import { PeopleHandlers } from './people/people.handlers.ts';
import { PostsController } from './posts/posts.controller.ts';
import { PostsHandlers } from './posts/posts.handlers.ts';
import { PostsRepository } from './posts/posts.repository.ts';
import { PostsService } from './posts/posts.service.ts';
import { PostsViews } from './posts/posts.views.ts';
import { RevisionsController } from './revisions/revisions.controller.ts';
import { RevisionsViews } from './revisions/revisions.views.ts';
import { TopicsController } from './topics/topics.controller.ts';
import { TopicsRepository } from './topics/topics.repository.ts';
import { TopicsService } from './topics/topics.service.ts';
import { TopicsViews } from './topics/topics.views.ts';
import { WritingController } from './writing/writing.controller.ts';
import { WritingService } from './writing/writing.service.ts';

@Module({
  controllers: [CategoriesController, TopicsController, PostsController, PostsHandlers, RevisionsController, WritingController, PeopleHandlers],
  providers: [
    CategoriesViews, TopicsService, TopicsRepository, TopicsViews, PostsService, PostsRepository, PostsViews, RevisionsViews, WritingService, People,
    ForumMetrics,
  ],
})
export class ForumModule {}
