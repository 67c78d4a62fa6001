import { dirname } from 'node:path';
import type { ServerName, ServerPrograms } from '../types.ts';
import { parseVersion } from '../versions.ts';
import { run } from '../process/run.ts';

/** Asks a program for its version; undefined when it does not run here. */
export async function inspectPrograms(
  server: ServerName,
  program: string,
  source: ServerPrograms['source'],
  env: Record<string, string> = {},
): Promise<ServerPrograms | undefined> {
  const result = await run(program, ['--version'], { env, timeoutMs: 20_000 });
  const version = result.code === 0 ? parseVersion(result.stdout || result.stderr) : undefined;
  return version === undefined ? undefined : { source, version, binDir: dirname(program), program, env };
}
