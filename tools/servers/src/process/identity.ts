import { existsSync, readFileSync } from 'node:fs';

/** A process that we can recognise later. A pid alone may have been given to another process in the meantime. */
export interface ProcessIdentity {
  pid: number;
  /** Start time in clock ticks since boot, from /proc/<pid>/stat. */
  startTime: string;
  /** A path that only our server has on its command line: its data folder or configuration file. */
  marker: string;
}

/** The start time of a living process; undefined when it is gone or only a zombie. */
export function startTimeOf(pid: number): string | undefined {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether any process has this pid; systems without /proc are asked by signal 0. */
export function isAlive(pid: number): boolean {
  if (existsSync('/proc/self/stat')) return startTimeOf(pid) !== undefined;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of /proc/<pid>/stat. The name in brackets may hold blanks and brackets, so fields count from the last bracket. */
export function parseStat(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

/** Arguments of a process, empty when it is gone. */
export function commandLineOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
  } catch {
    return [];
  }
}

/** The identity of a process we have just started. */
export function identify(pid: number, marker: string): ProcessIdentity | undefined {
  const startTime = startTimeOf(pid);
  return startTime === undefined ? undefined : { pid, startTime, marker };
}

/** Whether the process is alive and is still the one we started. */
export function isOurs(identity: ProcessIdentity): boolean {
  return startTimeOf(identity.pid) === identity.startTime && commandLineOf(identity.pid).includes(identity.marker);
}

/** Signals the process only if it is still ours; tells whether it did. */
export function signalOurs(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isOurs(identity)) return false;
  try {
    process.kill(identity.pid, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
