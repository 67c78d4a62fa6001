import { Controller, Module } from '@nestjs/common';
import { course, user, type badge, type Person, type RpcInput } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import type { z } from 'zod';

type Options = Omit<ServiceOptions, 'name' | 'module'>;
type CourseLink = z.infer<typeof badge.courseLink>;

/** Members as the user service would know them, by territory and id; tests put people in. */
export const members = new Map<string, Person>();
/** Published courses as the course service would know them, by territory and id. */
export const courses = new Map<string, CourseLink>();
/** Calls that arrived, so that a test can see how often is asked. */
export const calls = { getPeople: 0, describeCourses: 0 };

@Controller()
class UserStandIn {
  @Answers(user.getPeople)
  getPeople(input: RpcInput<typeof user.getPeople>, { territory }: AnswerContext) {
    calls.getPeople++;
    return { people: input.memberIds.flatMap((id) => members.get(`${territory} ${id}`) ?? []) };
  }
  @Answers(user.resolveHandles)
  resolveHandles(input: RpcInput<typeof user.resolveHandles>, { territory }: AnswerContext) {
    const here = [...members].flatMap(([key, person]) => (key.startsWith(`${territory} `) ? [person] : []));
    return { people: here.flatMap(({ handle, memberId }) => (handle !== null && input.handles.includes(handle) ? [{ handle, memberId }] : [])) };
  }
  @Answers(user.getLocale)
  getLocale() {
    return { language: 'da' as const, timeZone: 'Europe/Copenhagen', displayName: null, handle: null };
  }
}
@Module({ controllers: [UserStandIn] })
class UserModule {}

@Controller()
class CourseStandIn {
  @Answers(course.describeCourses)
  describe(input: RpcInput<typeof course.describeCourses>, { territory }: AnswerContext) {
    calls.describeCourses++;
    return { courses: input.courseIds.flatMap((id) => courses.get(`${territory} ${id}`) ?? []) };
  }
}
@Module({ controllers: [CourseStandIn] })
class CourseModule {}

/** Answers for the user service over real NATS: a service's tests may not import another service. */
export const startUserStandIn = (options: Options): Promise<RunningService> => startService({ ...options, name: 'user', module: UserModule });
/** The same for the course service. */
export const startCourseStandIn = (options: Options): Promise<RunningService> => startService({ ...options, name: 'course', module: CourseModule });
