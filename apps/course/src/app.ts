import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';
import type { CourseConfig } from './course.config.ts';
import { CourseModule } from './course.module.ts';

export { courseConfig, readCourseConfig, type CourseConfig } from './course.config.ts';

/** Starts the courses, alone or beside other services of the process when `resources` are given. */
export function startCourse(options: Omit<ServiceOptions<CourseConfig>, 'name' | 'module'>): Promise<RunningService> {
  return startService({ ...options, name: 'course', module: CourseModule });
}
