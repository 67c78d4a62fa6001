import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, startTimeOf } from './identity.ts';

/** Runs `work` while no other process holds the same lock. A lock whose holder is dead is taken over. */
export async function withFolderLock<T>(lock: string, work: () => Promise<T>, onWait?: () => void): Promise<T> {
  mkdirSync(dirname(lock), { recursive: true });
  let waited = false;
  while (!tryTake(lock)) {
    if (breakIfStale(lock)) continue;
    if (!waited) onWait?.();
    waited = true;
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** A folder that already holds its owner's name is renamed into place: the lock is never seen without an owner. */
function tryTake(lock: string): boolean {
  const candidate = `${lock}.${process.pid}.${randomBytes(4).toString('hex')}`;
  mkdirSync(candidate);
  writeFileSync(`${candidate}/owner`, `${process.pid} ${startTimeOf(process.pid) ?? '?'}`);
  try {
    renameSync(candidate, lock);
    return true;
  } catch (error) {
    rmSync(candidate, { recursive: true, force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead holder's lock; true when it did. A second lock makes "look, then remove" one step, or a fresh lock could be removed. */
function breakIfStale(lock: string): boolean {
  if (!isStale(lock)) return false;
  const breaking = `${lock}.breaking`;
  try {
    mkdirSync(breaking);
  } catch {
    if (ageOf(breaking) > 10_000) rmSync(breaking, { recursive: true, force: true });
    return false;
  }
  try {
    if (!isStale(lock)) return false;
    rmSync(lock, { recursive: true, force: true });
    return true;
  } finally {
    rmSync(breaking, { recursive: true, force: true });
  }
}

function isStale(lock: string): boolean {
  let owner: string;
  try {
    owner = readFileSync(`${lock}/owner`, 'utf8');
  } catch {
    return false;
  }
  const [pid, startTime] = owner.split(' ');
  if (!isAlive(Number(pid))) return true;
  return startTime !== '?' && startTimeOf(Number(pid)) !== startTime;
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
