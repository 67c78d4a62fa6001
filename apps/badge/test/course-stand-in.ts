import type { badge, course, RpcInput } from '@unityplan/contracts';
import { standIn } from '@unityplan/testing';
import type { z } from 'zod';

/** Published courses as the course service would know them, by territory and id; tests put courses in. */
export const courses = new Map<string, z.infer<typeof badge.courseLink>>();
/** Calls that arrived, so that a test can see how often is asked. */
export const calls = { describeCourses: 0 };

export const startCourseStandIn = standIn('course', {
  describe_courses: ({ courseIds }: RpcInput<typeof course.describeCourses>, { territory }) => {
    calls.describeCourses++;
    return { courses: courseIds.flatMap((id) => courses.get(`${territory} ${id}`) ?? []) };
  },
});
