import { Controller, Module } from '@nestjs/common';
import { user, type Person, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';

/** Members as the user service would know them, by territory and id; tests put people in. */
export const members = new Map<string, Person>();
/** Calls that arrived, so that a test can see how often the forum asks. */
export const calls = { getPeople: 0, resolveHandles: 0 };

@Controller()
class UserStandIn {
  @Answers(user.getPeople)
  getPeople(input: RpcInput<typeof user.getPeople>, context: AnswerContext) {
    calls.getPeople++;
    return { people: input.memberIds.flatMap((id) => members.get(`${context.territory} ${id}`) ?? []) };
  }

  @Answers(user.resolveHandles)
  resolveHandles(input: RpcInput<typeof user.resolveHandles>, context: AnswerContext) {
    calls.resolveHandles++;
    const here = [...members].filter(([key]) => key.startsWith(`${context.territory} `)).map(([, person]) => person);
    return { people: input.handles.flatMap((handle) => here.filter((person) => person.handle === handle).map(({ memberId }) => ({ handle, memberId }))) };
  }

  @Answers(user.getLocale)
  getLocale() {
    return { language: 'da' as const, timeZone: 'Europe/Copenhagen', displayName: null, handle: null };
  }
}

@Module({ controllers: [UserStandIn] })
class UserStandInModule {}

/** Answers for the user service over real NATS: a service's tests may not import another service. */
export function startUserStandIn(options: Omit<ServiceOptions, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, name: 'user', module: UserStandInModule });
}
