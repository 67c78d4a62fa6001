import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerPrograms } from '../types.ts';
import { explain, ServerError } from '../errors.ts';
import { commandLineOf } from '../process/identity.ts';
import { run } from '../process/run.ts';
import { pickLine } from '../process/log-tail.ts';
import type { ServerUser } from './server-user.ts';

export const superuser = 'postgres';

/** Makes the data folder unless it is there. It appears under its name only when complete, so a killed initdb leaves nothing behind. */
export async function ensureCluster(programs: ServerPrograms, home: string, user: ServerUser | undefined, password: string): Promise<string> {
  const data = join(home, 'data');
  if (existsSync(join(data, 'PG_VERSION'))) return data;
  if (existsSync(data)) throw new ServerError(`${data} exists but holds no PostgreSQL data; remove it or choose another state folder.`, 'postgres');
  const work = join(home, 'data.new');
  const passwordFile = join(home, 'password.new');
  rmSync(work, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  try {
    mkdirSync(work, { mode: 0o700 });
    writeFileSync(passwordFile, password + '\n', { mode: 0o600 });
    if (user) for (const path of [work, passwordFile]) chownSync(path, user.uid, user.gid);
    const first = await initdb(programs, work, passwordFile, user, 'C.UTF-8');
    const result = first.code !== 0 && /locale/i.test(first.stderr) ? await initdb(programs, work, passwordFile, user, 'C') : first;
    if (result.code !== 0) throw explain('postgres', 'initdb', new Error(pickLine(result.stderr)));
    renameSync(work, data);
    return data;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(work, { recursive: true, force: true });
  }
}

function initdb(programs: ServerPrograms, folder: string, passwordFile: string, user: ServerUser | undefined, locale: string): ReturnType<typeof run> {
  const args = ['-D', folder, '-U', superuser, '--encoding=UTF8', `--locale=${locale}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions'];
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  return run(join(programs.binDir, 'initdb'), args, { env: programs.env, cwd: folder, ...identity });
}

/**
 * Looks at the lock PostgreSQL keeps in its data folder. PostgreSQL itself only asks whether *any* process has that pid,
 * and would refuse to start when it was given to another program. A server of ours whose pid file was lost is ended.
 */
export async function clearStaleLock(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  const holder = (): number => Number(safeRead(lock).split('\n')[0] || 0);
  const pid = holder();
  if (pid <= 0) return;
  const ours = (): boolean => commandLineOf(pid).includes(data);
  if (ours()) process.kill(pid, 'SIGINT');
  for (let i = 0; i < 300 && ours(); i++) await sleep(100);
  if (ours()) throw new ServerError(`Another PostgreSQL (process ${pid}) uses ${data} and does not stop.`, 'postgres');
  if (holder() === pid) rmSync(lock, { force: true });
}

function safeRead(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
