import { podConfig, portFromEnv, readPodConfig, type PodConfig } from '@unityplan/service-kit';

/** This service needs nothing beyond what every service of a pod is told. */
export const territoryConfig = podConfig;
export type TerritoryConfig = PodConfig;

/** Reads the environment; the only place of this service that does. */
export function readTerritoryConfig(env = process.env): { config: TerritoryConfig; port: number } {
  return { config: readPodConfig(env), port: portFromEnv(env, 'territory') };
}
