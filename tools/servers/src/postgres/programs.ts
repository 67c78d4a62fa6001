import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, ServerPrograms } from '../types.ts';
import { ServerError } from '../errors.ts';
import { acceptsVersion, majorOf } from '../versions.ts';
import { inspectPrograms } from '../find/inspect.ts';
import { libraryPath } from '../fetch/libraries.ts';
import { postgresFolders } from '../fetch/unpacked.ts';
import { outsideRoot } from './home.ts';
import type { ServerUser } from './server-user.ts';
import { canReach } from './server-user.ts';

/** Programs of the major version that made the data: another one cannot read it. */
export async function programsForData(programs: ServerPrograms, dataFolder: string): Promise<ServerPrograms> {
  const file = join(dataFolder, 'PG_VERSION');
  if (!existsSync(file)) return programs;
  const major = readFileSync(file, 'utf8').trim();
  if (String(majorOf(programs.version)) === major) return programs;
  const folder = postgresFolders().find((candidate) => candidate.includes(`/${major}/`));
  const older = folder && (await inspectPrograms('postgres', join(folder, 'postgres'), 'installed'));
  if (older && acceptsVersion('postgres', older.version)) return older;
  throw new ServerError(
    `The data in ${dataFolder} was made by PostgreSQL ${major} and this machine has ${programs.version}; run \`sudo apt-get install -y postgresql-${major}\` or move the data with pg_dump.`,
    'postgres',
  );
}

/** When PostgreSQL's user may not enter the cache folder, a copy of the fetched programs outside it. */
export async function reachablePrograms(programs: ServerPrograms, user: ServerUser | undefined, log: Log): Promise<ServerPrograms> {
  if (!user || (await canReach(programs.program, user))) return programs;
  if (programs.source !== 'fetched') {
    throw new ServerError(`The user ${user.name}, as whom PostgreSQL runs, may not use ${programs.program}; allow it or run npm start as an ordinary user.`, 'postgres');
  }
  const root = programs.binDir.replace(/\/usr\/lib\/postgresql\/[^/]+\/bin$/, '');
  const copy = join(outsideRoot, 'programs', `postgres-${programs.version}-${fingerprint(root, programs.program)}`);
  if (!existsSync(copy)) copyPrograms(root, copy, log);
  const program = programs.program.replace(root, copy);
  if (!(await canReach(program, user))) throw new ServerError(`The user ${user.name}, as whom PostgreSQL runs, may not enter ${copy}.`, 'postgres');
  const path = libraryPath(copy);
  return { ...programs, program, binDir: programs.binDir.replace(root, copy), env: path ? { LD_LIBRARY_PATH: path } : {} };
}

function copyPrograms(root: string, copy: string, log: Log): void {
  log(`Copying PostgreSQL's programs to ${copy}, where its user can reach them`);
  mkdirSync(join(outsideRoot, 'programs'), { recursive: true });
  for (const folder of [outsideRoot, join(outsideRoot, 'programs')]) chmodSync(folder, 0o711);
  const work = `${copy}.${randomBytes(4).toString('hex')}`;
  try {
    cpSync(root, work, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    chmodSync(work, 0o755);
    renameSync(work, copy);
  } catch (error) {
    // Another run may have made the copy in the meantime.
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The same for the same package, wherever its cache is: dpkg keeps the build's time stamp on the file. */
function fingerprint(root: string, program: string): string {
  const built = String(statSync(program).mtimeMs);
  return createHash('sha256').update(built).update(readFileSync(join(root, 'ready.json'))).digest('hex').slice(0, 8);
}
