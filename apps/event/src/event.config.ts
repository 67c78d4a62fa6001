import { parseConfig, podConfig, portFromEnv, readPodConfig } from '@unityplan/service-kit';
import { z } from 'zod';

export const eventConfig = podConfig.extend({
  /** How often the end of each audit trail is signed. */
  checkpointEveryMs: z.coerce.number().int().min(10).default(3_600_000),
  /** How long after moderation it is signed, with all that happens until then. */
  checkpointSoonMs: z.coerce.number().int().min(10).default(1_000),
});
export type EventConfig = z.infer<typeof eventConfig>;

/** Reads the service's environment. */
export function readEventConfig(env: Readonly<Record<string, string | undefined>> = process.env): { config: EventConfig; port: number } {
  const config = parseConfig(eventConfig, { ...readPodConfig(env), checkpointEveryMs: env['CHECKPOINT_EVERY_MS'], checkpointSoonMs: env['CHECKPOINT_SOON_MS'] }, { checkpointEveryMs: 'CHECKPOINT_EVERY_MS', checkpointSoonMs: 'CHECKPOINT_SOON_MS' });
  return { config, port: portFromEnv(env, 'event') };
}
