import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { newestPodState, readServiceEnvironment, runnerOf, serverStatus, serviceEnvironmentFile, startPostgres } from '@unityplan/servers';
import { databaseName } from '@unityplan/territory/names';

/**
 * Runs `work` with the environment of the pod that runs, or of the one that ran last; then its PostgreSQL is started for as long as the
 * work takes. Addresses in the terminal's own environment win: on a server they are all there is.
 */
export async function withPodEnvironment<T>(root: string, tell: (line: string) => void, work: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  if (process.env['DATABASE_URL']) return work(process.env);
  const stateDir = newestPodState(root);
  if (stateDir === undefined) throw new Error('There is no pod in .state: run npm start once, name its folder with UNITYPLAN_STATE, or set DATABASE_URL.');
  if (!existsSync(serviceEnvironmentFile(stateDir))) throw new Error(`No pod has run in ${stateDir}: run npm start once, or name another folder with UNITYPLAN_STATE.`);
  const env = { ...readServiceEnvironment(stateDir), ...process.env };
  if (runnerOf(stateDir)) return work(env);
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
