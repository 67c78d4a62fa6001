import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isOurs, signalOurs, writePrivate, type ProcessIdentity } from '@unityplan/servers';

// Services that lost their runner end by themselves; this is for one that hangs.
const orderlyMs = 5_000;

const folderOf = (stateDir: string): string => join(stateDir, 'run');

/** Remembers a child, so that a later start can end it when this runner was killed. */
export function rememberChild(stateDir: string, name: string, pid: number, script: string): void {
  const identity = identify(pid, script);
  if (!identity) return;
  mkdirSync(folderOf(stateDir), { recursive: true, mode: 0o700 });
  writePrivate(join(folderOf(stateDir), `${name}.json`), JSON.stringify(identity));
}

export function forgetChild(stateDir: string, name: string): void {
  rmSync(join(folderOf(stateDir), `${name}.json`), { force: true });
}

/** Ends what a killed runner left over. A pid is believed only with the same start time and our script: foreign processes are safe. */
export async function endLeftovers(stateDir: string): Promise<string[]> {
  let files: string[];
  try {
    files = readdirSync(folderOf(stateDir)).filter((file) => file.endsWith('.json'));
  } catch {
    return [];
  }
  const ended = await Promise.all(
    files.map(async (file) => {
      const identity = read(join(folderOf(stateDir), file));
      const was = identity !== undefined && isOurs(identity) && (await end(identity));
      rmSync(join(folderOf(stateDir), file), { force: true });
      return was ? [file.replace('.json', '')] : [];
    }),
  );
  return ended.flat();
}

async function end(identity: ProcessIdentity): Promise<boolean> {
  signalOurs(identity, 'SIGTERM');
  const until = performance.now() + orderlyMs;
  while (isOurs(identity) && performance.now() < until) await sleep(50);
  signalOurs(identity, 'SIGKILL');
  while (isOurs(identity)) await sleep(20);
  return true;
}

function read(file: string): ProcessIdentity | undefined {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<ProcessIdentity>;
    return Number.isInteger(value.pid) && value.pid! > 1 && value.startTime && value.marker ? (value as ProcessIdentity) : undefined;
  } catch {
    return undefined;
  }
}
