import { Controller } from '@nestjs/common';
import { user, type RouteInput } from '@unityplan/contracts';
import { Ctx, In, Route, type MemberContext } from '@unityplan/service-kit';
import { PeopleService } from './people.service.ts';

@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Route(user.suggestPeople)
  suggestPeople(@In() input: RouteInput<typeof user.suggestPeople>, @Ctx() call: MemberContext) {
    return this.people.suggest(call.territory, input.query.prefix);
  }
}
