import { podConfig, portFromEnv, readPodConfig, type PodConfig } from '@unityplan/service-kit';

/** The badge service needs nothing beyond what every service of a pod is told. */
export const badgeConfig = podConfig;
export type BadgeConfig = PodConfig;

/** Reads the environment; the only place of this service that does. */
export function readBadgeConfig(env = process.env): { config: BadgeConfig; port: number } {
  return { config: readPodConfig(env), port: portFromEnv(env, 'badge') };
}
