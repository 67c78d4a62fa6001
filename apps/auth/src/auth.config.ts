import { availableParallelism } from 'node:os';
import { parseConfig, podConfig, readPodConfig } from '@unityplan/service-kit';
import { z } from 'zod';

/** The pod's configuration and what only this service needs. */
export const authConfig = podConfig.extend({
  /** Passwords hashed at the same time: each takes a core and 19 MiB. More wait in line. */
  hashConcurrency: z.coerce.number().int().min(1).max(64).default(availableParallelism()),
});
export type AuthConfig = z.output<typeof authConfig>;

/** Reads the environment. Throws one error that lists every fault. */
export function readAuthConfig(env: Readonly<Record<string, string | undefined>>): AuthConfig {
  return parseConfig(authConfig, { ...readPodConfig(env), hashConcurrency: env['HASH_CONCURRENCY'] }, { hashConcurrency: 'HASH_CONCURRENCY' });
}
