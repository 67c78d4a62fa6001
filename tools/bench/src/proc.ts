/** What Linux tells of processes (proc(5)): CPU time, memory, parents. */
import { readdirSync, readFileSync } from 'node:fs';

/** USER_HZ: 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

export interface ProcessStat {
  readonly pid: number;
  readonly name: string;
  readonly parent: number;
  /** CPU milliseconds, user and system. */
  readonly cpuMs: number;
  /** The same of children that ended and were waited for. */
  readonly endedChildrenCpuMs: number;
}

/** Reads a line of /proc/<pid>/stat. The name stands in brackets and may itself hold brackets and spaces. */
export function parseStat(text: string): ProcessStat {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  const rest = text.slice(close + 2).trim().split(' ').map(Number);
  const ms = (ticks: number): number => (ticks * 1000) / ticksPerSecond;
  // Field 3 (state) is rest[0]; ppid is field 4, utime, stime, cutime, cstime are 14 to 17.
  return {
    pid: Number(text.slice(0, open)), name: text.slice(open + 1, close), parent: rest[1]!, cpuMs: ms(rest[11]! + rest[12]!), endedChildrenCpuMs: ms(rest[13]! + rest[14]!),
  };
}

/** Reads `Name:   123 kB` lines (status, smaps_rollup) as MiB. */
export function parseKilobytes(text: string): Record<string, number> {
  return Object.fromEntries([...text.matchAll(/^(\w+):\s+(\d+) kB$/gm)].map(([, name, kb]) => [name!, Number(kb) / 1024]));
}

export interface Memory {
  readonly rss: number;
  readonly anonymous: number;
  /** Resident memory with shared pages divided among those who share them. */
  readonly proportional: number;
}

/** MiB of a process. */
export function memoryOf(pid: number): Memory {
  const status = parseKilobytes(readFileSync(`/proc/${pid}/status`, 'utf8'));
  const rollup = parseKilobytes(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return { rss: status['VmRSS']!, anonymous: status['RssAnon']!, proportional: rollup['Pss']! };
}

export function statOf(pid: number): ProcessStat | undefined {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined; // it ended
  }
}

export function allProcesses(): ProcessStat[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => statOf(Number(pid)) ?? []);
}

export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** CPU milliseconds of a process and everything it ever started. A process that ends moves from its own line into its parent's. */
export function familyCpuMs(pid: number, all: readonly ProcessStat[] = allProcesses()): number {
  const self = all.find((one) => one.pid === pid);
  if (!self) return 0;
  const children = all.filter((one) => one.parent === pid).reduce((sum, child) => sum + familyCpuMs(child.pid, all), 0);
  return self.cpuMs + self.endedChildrenCpuMs + children;
}

/** The pid and those of all descendants. */
export function familyOf(pid: number, all: readonly ProcessStat[]): number[] {
  return [pid, ...all.filter((one) => one.parent === pid).flatMap((child) => familyOf(child.pid, all))];
}

export function loadAverage(): number {
  return Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]);
}
