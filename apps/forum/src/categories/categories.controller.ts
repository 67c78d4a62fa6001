import { Controller } from '@nestjs/common';
import { forum } from '@unityplan/contracts';
import { Ctx, Route, type CallContext } from '@unityplan/service-kit';
import { CategoriesViews } from './categories.views.ts';

@Controller()
export class CategoriesController {
  constructor(private readonly views: CategoriesViews) {}

  @Route(forum.listCategories)
  list(@Ctx() call: CallContext) {
    return this.views.list(call.territory);
  }
}
