import { parseConfig, podConfig, portFromEnv, readPodConfig } from '@unityplan/service-kit';
import { z } from 'zod';

export const courseConfig = podConfig.extend({
  /** Folder of courses that are published in every active territory at start; none when left out. */
  coursesDir: z.string().optional(),
});
export type CourseConfig = z.infer<typeof courseConfig>;

/** Reads the environment; the only place of this service that does. */
export function readCourseConfig(env = process.env): { config: CourseConfig; port: number } {
  const raw = { ...readPodConfig(env), coursesDir: env['COURSES_DIR'] || undefined };
  return { config: parseConfig(courseConfig, raw, { coursesDir: 'COURSES_DIR' }), port: portFromEnv(env, 'course') };
}
