import { relative } from 'node:path';
import { readServiceEnvironment, runnerOf, serverStatus, startPostgres } from '@unityplan/servers';
import { databaseName } from '@unityplan/territory/names';
import { chooseState } from './choose-pod.ts';

/**
 * Runs `work` with the environment of the pod that is named, that runs, or that ran last; when it does not run, its PostgreSQL is started for as
 * long as the work takes. Without a name, addresses in the terminal's own environment win: on a server they are all there is.
 */
export async function withPodEnvironment<T>(root: string, pod: string | undefined, tell: (line: string) => void, work: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  const onServer = process.env['DATABASE_URL'] !== undefined;
  if (onServer && pod === undefined) return work(process.env);
  const stateDir = chooseState(root, pod);
  const kept = readServiceEnvironment(stateDir);
  // Who names a pod means its addresses, whatever else the terminal has.
  const env = pod === undefined ? { ...kept, ...process.env } : { ...process.env, ...kept };
  if (onServer || runnerOf(stateDir)) return work(env);
  const running = serverStatus(stateDir).some(({ server, running }) => server === 'postgres' && running);
  if (!running) tell(`The pod is not running; its PostgreSQL is started for this command (${relative(root, stateDir)})`);
  const postgres = await startPostgres({ stateDir, port: 0 });
  try {
    const database = new URL(postgres.url);
    database.pathname = `/${databaseName(env['POD_ID']!)}`;
    return await work({ ...env, DATABASE_URL: database.href });
  } finally {
    // Not when a pod was started meanwhile, which uses it now.
    if (!postgres.adopted && !runnerOf(stateDir)) await postgres.stop();
  }
}
