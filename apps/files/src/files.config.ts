import { parseConfig, podConfig, portFromEnv, readPodConfig } from '@unityplan/service-kit';
import { z } from 'zod';

const count = z.coerce.number().int().min(1);

export const filesConfig = podConfig.extend({
  /** The folder of all blocks. One process has it at a time. */
  blockstoreDir: z.string('set it: the folder in which files are kept').min(1),
  /** What one member's files may take together, in megabytes. */
  quotaMb: count.default(200),
  /** Hours after which an upload that is not complete, or a file that nothing uses, is erased. */
  unusedHours: count.default(24),
  /** How often what is over is collected. */
  collectEveryMs: count.default(600_000),
  /** How long content that nothing refers to stays, for whoever is about to refer to it again. */
  graceMs: z.coerce.number().int().min(1_000).default(3_600_000),
});
export type FilesConfig = z.infer<typeof filesConfig>;

/** Reads the environment; the only place of this service that does. */
export function readFilesConfig(env: Readonly<Record<string, string | undefined>> = process.env): { config: FilesConfig; port: number } {
  const raw = {
    ...readPodConfig(env), blockstoreDir: env['BLOCKSTORE_DIR'], quotaMb: env['FILES_QUOTA_MB'], unusedHours: env['FILES_UNUSED_HOURS'], collectEveryMs: env['FILES_COLLECT_EVERY_MS'], graceMs: env['FILES_GRACE_MS'],
  };
  const variables = { blockstoreDir: 'BLOCKSTORE_DIR', quotaMb: 'FILES_QUOTA_MB', unusedHours: 'FILES_UNUSED_HOURS', collectEveryMs: 'FILES_COLLECT_EVERY_MS', graceMs: 'FILES_GRACE_MS' };
  return { config: parseConfig(filesConfig, raw, variables), port: portFromEnv(env, 'files') };
}
