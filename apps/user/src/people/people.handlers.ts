import { Controller, Inject } from '@nestjs/common';
import { user, type EventOf, type RpcInput } from '@unityplan/contracts';
import { Answers, Hears, type AnswerContext } from '@unityplan/messaging';
import { REGISTRY } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import { ProfilesViews } from '../profiles/profiles.views.ts';
import { defaultLocale } from './default-locale.ts';
import { PeopleService } from './people.service.ts';

/** What other services ask about members. */
@Controller()
export class PeopleHandlers {
  constructor(
    private readonly people: PeopleService,
    private readonly profiles: ProfilesViews,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
  ) {}

  @Answers(user.getPeople)
  async getPeople(input: RpcInput<typeof user.getPeople>, context: AnswerContext) {
    return { people: await this.people.people(context.territory, input.memberIds) };
  }

  @Answers(user.resolveHandles)
  async resolveHandles(input: RpcInput<typeof user.resolveHandles>, context: AnswerContext) {
    return { people: await this.profiles.membersOf(context.territory, input.handles) };
  }

  @Answers(user.getLocale)
  async getLocale(input: RpcInput<typeof user.getLocale>, context: AnswerContext) {
    return (await this.profiles.locale(context.territory, input.memberId)) ?? defaultLocale(this.registry.require(context.territory));
  }

  @Hears(user.profileUpdated)
  onProfileUpdated(event: EventOf<typeof user.profileUpdated>): void {
    this.people.forget(event.territory, event.payload.memberId);
  }
}
