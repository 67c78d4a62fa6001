import { Controller } from '@nestjs/common';
import { forum, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type CallContext, type MemberContext } from '@unityplan/service-kit';
import { whoOf } from '../who.ts';
import { CategoriesService } from './categories.service.ts';
import { CategoriesViews } from './categories.views.ts';

@Controller()
export class CategoriesController {
  constructor(
    private readonly categories: CategoriesService,
    private readonly views: CategoriesViews,
  ) {}

  @Route(forum.listCategories)
  list(@Ctx() call: CallContext) {
    return this.views.list(whoOf(call));
  }

  @Route(forum.createCategory)
  create(@In() { body }: RouteInput<typeof forum.createCategory>, @Ctx() call: MemberContext) {
    return this.categories.create(call, body);
  }

  @Route(forum.changeCategory)
  change(@In() { params, body }: RouteInput<typeof forum.changeCategory>, @Ctx() call: MemberContext) {
    return this.categories.change(call, params.categoryId, body);
  }

  @Route(forum.orderCategories)
  order(@In() { body }: RouteInput<typeof forum.orderCategories>, @Ctx() call: MemberContext) {
    return this.categories.order(call, body.categoryIds);
  }
}
