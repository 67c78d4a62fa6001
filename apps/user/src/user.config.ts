import { podConfig, portFromEnv, readPodConfig, type PodConfig } from '@unityplan/service-kit';

/** This service needs nothing beyond what every service of a pod is told. */
export const userConfig = podConfig;
export type UserConfig = PodConfig;

/** Reads the environment; the only place of this service that does. */
export function readUserConfig(env = process.env): { config: UserConfig; port: number } {
  return { config: readPodConfig(env), port: portFromEnv(env, 'user') };
}
