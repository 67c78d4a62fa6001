import { Controller, Module } from '@nestjs/common';
import { user, type Person, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import { answerRest } from './answer-rest.ts';

/** Members as the user service would know them, by territory and id; tests put people in. */
export const members = new Map<string, Person>();

@Controller()
class UserStandIn {
  @Answers(user.getPeople)
  getPeople(input: RpcInput<typeof user.getPeople>, context: AnswerContext) {
    return { people: input.memberIds.flatMap((id) => members.get(`${context.territory} ${id}`) ?? []) };
  }
}
answerRest(UserStandIn, 'user', user.getPeople);

@Module({ controllers: [UserStandIn] })
class UserStandInModule {}

/** Answers for the user service over real NATS: a service's tests may not import another service. */
export function startUserStandIn(options: Omit<ServiceOptions, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, name: 'user', module: UserStandInModule });
}
