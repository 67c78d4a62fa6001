import { readFileSync } from 'node:fs';
import { ServerError } from '../errors.ts';
import { run } from '../process/run.ts';

/** The user PostgreSQL runs as when we are root, which it refuses. */
export interface ServerUser {
  name: string;
  uid: number;
  gid: number;
}

/** Undefined when we are not root and PostgreSQL simply runs as ourselves. */
export function postgresUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = pickUser(readFileSync('/etc/passwd', 'utf8'));
  if (!user) throw new ServerError('PostgreSQL refuses to run as root and there is neither a user postgres nor nobody; create one with `useradd --system postgres`.', 'postgres');
  return user;
}

/** `postgres` if there is one, else `nobody`. */
export function pickUser(passwd: string): ServerUser | undefined {
  const users = passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && Number(uid) > 0 ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
  return users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody');
}

/** Whether the user may enter the folder, or run the file. Asked of the system, which also knows access lists. */
export async function canReach(path: string, user: ServerUser): Promise<boolean> {
  const result = await run('test', ['-x', path], { uid: user.uid, gid: user.gid, cwd: '/' });
  if (result.code === 127) throw new ServerError(`PostgreSQL refuses root and this process may not start one as ${user.name}: ${result.stderr}.`, 'postgres');
  return result.code === 0;
}
