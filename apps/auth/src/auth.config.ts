import { availableParallelism } from 'node:os';
import { parseConfig, podConfig, portFromEnv, readPodConfig } from '@unityplan/service-kit';
import { z } from 'zod';

/** The pod's configuration and what only this service needs. */
export const authConfig = podConfig.extend({
  /** Passwords hashed at the same time: each takes a core and 19 MiB. More wait in line. */
  hashConcurrency: z.coerce.number().int().min(1).max(64).default(availableParallelism()),
});
export type AuthConfig = z.output<typeof authConfig>;

/** Reads the environment; the only place of this service that does. Throws one error that lists every fault. */
export function readAuthConfig(env = process.env): { config: AuthConfig; port: number } {
  const raw = { ...readPodConfig(env), hashConcurrency: env['HASH_CONCURRENCY'] };
  return { config: parseConfig(authConfig, raw, { hashConcurrency: 'HASH_CONCURRENCY' }), port: portFromEnv(env, 'auth') };
}
