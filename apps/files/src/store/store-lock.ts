import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Who has a store open, as its lock file says. */
interface Holder {
  readonly pid: number;
  /** When that process began, in ticks of the machine: a number that a later process with the same id does not have. Empty where the system does not tell. */
  readonly began: string;
  readonly host: string;
}

/** Thrown at start: two processes in one store would each think the other's blocks rubbish. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse';
}

const beatMs = 5_000;
// Of a process on another machine or in another container nothing is known but its beat.
const silentMs = 30_000;
const lockName = /^lock\.[0-9a-f-]{36}$/;

/**
 * A folder that this process alone may use, until `release`. Each contender first puts down a file of its own and then looks for
 * others: of two that come at once at least one sees the other and leaves. Files of holders that have died are cleared away.
 */
export class StoreLock {
  private readonly beat: NodeJS.Timeout;
  private constructor(private readonly file: string) {
    this.beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), beatMs);
    this.beat.unref();
  }

  /** Throws StoreInUse, with the process id, while another process, or another part of this one, has the folder. */
  static async take(folder: string): Promise<StoreLock> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = `lock.${randomUUID()}`;
    const file = join(folder, name);
    const holder: Holder = { pid: process.pid, began: beginningOf(process.pid) ?? '', host: hostname() };
    // Renamed into place, so that nobody reads half of it.
    await writeFile(`${file}.new`, JSON.stringify(holder), { mode: 0o600 });
    await rename(`${file}.new`, file);
    try {
      for (const other of await readdir(folder)) if (other !== name && lockName.test(other)) await refuseLiving(folder, join(folder, other));
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
    return new StoreLock(file);
  }

  async release(): Promise<void> {
    clearInterval(this.beat);
    await rm(this.file, { force: true });
  }
}

async function refuseLiving(folder: string, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return; // released this moment
  const holder = JSON.parse(text) as Holder;
  const foreign = holder.host !== hostname();
  if (foreign ? await isBeating(file) : isRunning(holder)) {
    const who = `process ${holder.pid}${foreign ? ` on ${holder.host}` : ''}`;
    throw new StoreInUse(`The blockstore ${folder} is in use by ${who}. One files service has it at a time: stop that one, or give this one a folder of its own (BLOCKSTORE_DIR).`);
  }
  await rm(file, { force: true });
}

async function isBeating(file: string): Promise<boolean> {
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: 0 }));
  return Date.now() - mtimeMs < silentMs;
}

function isRunning({ pid, began }: Holder): boolean {
  const now = beginningOf(pid);
  return now !== undefined && now === began;
}

/** Undefined when there is no such process any more. */
function beginningOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return undefined;
  }
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold blanks; what follows does not: the state first, and 19 fields on the beginning.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19]!;
  } catch {
    return '';
  }
}
