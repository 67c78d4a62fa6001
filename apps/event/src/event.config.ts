import { podConfig, portFromEnv, readPodConfig, type PodConfig } from '@unityplan/service-kit';

/** The event service needs nothing beyond what every service of a pod is told. */
export const eventConfig = podConfig;
export type EventConfig = PodConfig;

/** Reads the environment; the only place of this service that does. */
export function readEventConfig(env = process.env): { config: EventConfig; port: number } {
  return { config: readPodConfig(env), port: portFromEnv(env, 'event') };
}
