import { parseConfig, podConfig, portFromEnv, readPodConfig } from '@unityplan/service-kit';
import { z } from 'zod';

/** What the forum is told beyond what every service of a pod is. */
export const forumConfig = podConfig.extend({
  /** New votes a member may cast a day (UTC); changing and taking back are free. */
  votesPerDay: z.coerce.number().int().min(1).default(100),
  cleanupEveryMs: z.coerce.number().int().min(1000).default(3_600_000),
});
export type ForumConfig = z.infer<typeof forumConfig>;

/** Reads the environment; the only place of this service that does. */
export function readForumConfig(env = process.env): { config: ForumConfig; port: number } {
  const raw = { ...readPodConfig(env), votesPerDay: env['FORUM_VOTES_PER_DAY'] || undefined, cleanupEveryMs: env['FORUM_CLEANUP_EVERY_MS'] || undefined };
  return { config: parseConfig(forumConfig, raw, { votesPerDay: 'FORUM_VOTES_PER_DAY', cleanupEveryMs: 'FORUM_CLEANUP_EVERY_MS' }), port: portFromEnv(env, 'forum') };
}
