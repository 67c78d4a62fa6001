import { Controller } from '@nestjs/common';
import { forum, type EventOf, type RpcInput } from '@unityplan/contracts';
import { Answers, Hears, type AnswerContext } from '@unityplan/messaging';
import { GuestAnswers } from '@unityplan/service-kit';
import { KnownCategories } from './known-categories.views.ts';
import { PlacesViews } from './places.views.ts';

@Controller()
export class AccessHandlers {
  constructor(
    private readonly categories: KnownCategories,
    private readonly places: PlacesViews,
    private readonly guests: GuestAnswers,
  ) {}

  /** Other processes of the forum hear of new gates at once; a missed broadcast heals within a second. */
  @Hears(forum.categoryChanged)
  onCategoryChanged(event: EventOf<typeof forum.categoryChanged>): void {
    this.categories.forget(event.territory);
    this.guests.forget(event.territory);
  }

  @Answers(forum.getPlaces)
  getPlaces(input: RpcInput<typeof forum.getPlaces>, context: AnswerContext) {
    return this.places.get(context.territory, input);
  }
}
