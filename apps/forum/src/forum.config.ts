import { podConfig, portFromEnv, readPodConfig, type PodConfig } from '@unityplan/service-kit';

/** The forum needs nothing beyond what every service of a pod is told. */
export const forumConfig = podConfig;
export type ForumConfig = PodConfig;

/** Reads the environment; the only place of this service that does. */
export function readForumConfig(env = process.env): { config: ForumConfig; port: number } {
  return { config: readPodConfig(env), port: portFromEnv(env, 'forum') };
}
