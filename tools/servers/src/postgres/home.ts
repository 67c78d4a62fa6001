import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { readKept, writePrivate } from '../process/settings-file.ts';
import type { ServerUser } from './server-user.ts';
import { canReach } from './server-user.ts';

/** For root only: folders that PostgreSQL's user can reach when it may not enter the repository. */
export const outsideRoot = '/var/lib/unityplan';

/**
 * The folder that holds the data folder: `postgres/` in the state folder; when we are root and PostgreSQL's user may not
 * enter that, a folder outside. The choice is written down, so later runs find the data even if rights change.
 * (An ambient dac_read_search would spare the move, but lets every SQL superuser read each file of the machine.)
 */
export async function dataHome(stateDir: string, user: ServerUser | undefined): Promise<string> {
  const own = join(stateDir, 'postgres');
  mkdirSync(own, { recursive: true });
  if (!user) return own;
  const note = join(own, 'data-is-in');
  const noted = readKept(note);
  if (noted) return enterable(noted);
  chmodSync(own, 0o711);
  if (existsSync(join(own, 'data')) || (await canReach(own, user))) return own;
  sweepForgotten();
  const outside = join(outsideRoot, outsideName(stateDir));
  enterable(outside);
  writePrivate(join(outside, 'belongs-to'), stateDir + '\n');
  writePrivate(note, outside + '\n');
  return outside;
}

/** Two clones at the same path, one after the other, must not meet the same data: hence the random end. */
export function outsideName(stateDir: string): string {
  const hash = createHash('sha256').update(stateDir).digest('hex').slice(0, 12);
  return `${basename(dirname(stateDir)).replace(/[^\w.-]/g, '_')}-${hash}-${randomBytes(3).toString('hex')}`;
}

/**
 * Removes what test runs that were killed have left: data whose state folder was a temporary one and is gone, and that no
 * server uses. Data of a repository is never removed here: its folder may only be unmounted.
 */
function sweepForgotten(): void {
  if (!existsSync(outsideRoot)) return;
  for (const name of readdirSync(outsideRoot)) {
    const folder = join(outsideRoot, name);
    const owner = readKept(join(folder, 'belongs-to'));
    if (!owner?.startsWith(tmpdir() + '/') || existsSync(owner) || existsSync(join(folder, 'data', 'postmaster.pid'))) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}

function enterable(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const path of [outsideRoot, folder]) if (existsSync(path)) chmodSync(path, 0o711);
  return folder;
}

/** Removes the data of a stopped PostgreSQL, wherever it is. For private test clusters. */
export function removeData(stateDir: string): void {
  const own = join(stateDir, 'postgres');
  const noted = readKept(join(own, 'data-is-in'));
  if (noted && dirname(noted) === outsideRoot) rmSync(noted, { recursive: true, force: true });
  rmSync(own, { recursive: true, force: true });
}
