import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { namesOf } from '@unityplan/territory/names';
import type { Pod } from './pod.ts';

const script = (name: string): string => fileURLToPath(new URL(`../../territory/src/${name}.ts`, import.meta.url));

/** What a process beside the services is told of the pod. */
function environmentOf({ config }: Pod): Record<string, string> {
  const own = Object.entries(config.territoryDatabases).map(([id, database]) => [`POSTGRES_DB_${namesOf(id).envSuffix}`, database] as const);
  return { PATH: process.env['PATH'] ?? '', DATABASE_URL: config.databaseUrl, POD_ID: config.podId, POD_SECRET: config.podSecret, ROLE_PREFIX: config.rolePrefix ?? '', LOG_LEVEL: 'warn', ...Object.fromEntries(own) };
}

/** The operator's command as it is typed: `npm run territory -- …`. Answers its exit code, and what it said. */
export function operate(pod: Pod, ...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--conditions=@unityplan/source', script('cli'), ...args], { env: environmentOf(pod) }, (error, out, err) => resolve({ code: Number(error?.code ?? 0), said: out + err }));
  });
}

/** Does work while the provisioner runs beside the services. */
export async function withProvisioner<T>(pod: Pod, work: () => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, ['--conditions=@unityplan/source', script('provisioner')], { env: environmentOf(pod), stdio: 'ignore' });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  try {
    return await work();
  } finally {
    child.kill();
    await gone;
  }
}
