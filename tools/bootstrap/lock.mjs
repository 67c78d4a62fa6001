import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Runs `work` while no other process does; a lock whose holder is dead is taken over. */
export async function withLock(lock, work, onWait = () => {}) {
  for (let waits = 0; !take(lock); waits++) {
    if (waits === 0) onWait();
    dropIfStale(lock);
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** The folder is renamed into place with its owner's name inside, so that a lock is never seen without one. */
function take(lock) {
  const candidate = `${lock}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  mkdirSync(candidate);
  try {
    writeFileSync(`${candidate}/owner`, `${process.pid} ${startTime(process.pid)}`);
    renameSync(candidate, lock);
    return true;
  } catch (error) {
    rmSync(candidate, { recursive: true, force: true });
    // The holder may have let go since: then the next try takes it. EPERM is also the answer where the folder may not be written.
    if (['ENOTEMPTY', 'EEXIST'].includes(error.code) || (error.code === 'EPERM' && ownerOf(lock) !== undefined)) return false;
    throw error;
  }
}

/** Looking and removing are one step under a second lock, or two waiters could remove a fresh lock. */
function dropIfStale(lock) {
  if (!isStale(lock)) return;
  const dropping = `${lock}.dropping`;
  try {
    mkdirSync(dropping);
  } catch {
    if (Date.now() - (statSync(dropping, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 10_000) rmSync(dropping, { recursive: true, force: true });
    return;
  }
  if (isStale(lock)) rmSync(lock, { recursive: true, force: true });
  rmSync(dropping, { recursive: true, force: true });
}

/** Stale: no such process, or the pid has gone to another one since. */
function isStale(lock) {
  const owner = ownerOf(lock);
  if (owner === undefined) return false;
  const [pid, started] = owner.split(' ');
  return !isAlive(Number(pid)) || startTime(pid) !== started;
}

function ownerOf(lock) {
  try {
    return readFileSync(`${lock}/owner`, 'utf8');
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Start time of a process on Linux; "?" where there is no /proc. */
function startTime(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return '?';
  }
}
