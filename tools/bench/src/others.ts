import { readFileSync } from 'node:fs';
import { allProcesses, commandOf, familyOf, loadAverage } from './proc.ts';

/** What the machine did for others while something was measured. */
export interface Company {
  readonly loadBefore: number;
  readonly loadAfter: number;
  /** Share of the machine's CPU time that went to programs that are not ours. */
  readonly share: number;
  /** The greediest of them. */
  readonly programs: readonly string[];
}

function machineMs(): { busy: number; all: number } {
  const ticks = readFileSync('/proc/stat', 'utf8').split('\n')[0]!.trim().split(/\s+/).slice(1, 9).map(Number);
  const all = ticks.reduce((sum, one) => sum + one, 0) * 10;
  return { all, busy: all - (ticks[3]! + ticks[4]!) * 10 };
}

/** Starts to watch; call the answer at the end. `ours`: pids whose whole families are ours, besides this process. */
export function watchOthers(ours: () => readonly number[]): () => Company {
  const look = () => {
    const all = allProcesses();
    const own = new Set([process.pid, ...ours()].flatMap((pid) => familyOf(pid, all)));
    const ownMs = [...own].reduce((sum, pid) => sum + ownTime(all, pid), 0);
    return { machine: machineMs(), ownMs, others: all.filter(({ pid }) => !own.has(pid)) };
  };
  const loadBefore = loadAverage();
  const start = look();
  return () => {
    const end = look();
    const total = end.machine.all - start.machine.all || 1;
    const others = end.machine.busy - start.machine.busy - (end.ownMs - start.ownMs);
    const before = new Map(start.others.map(({ pid, cpuMs }) => [pid, cpuMs]));
    const programs = end.others
      .map(({ pid, name, cpuMs }) => ({ name: nameOf(pid, name), share: (cpuMs - (before.get(pid) ?? 0)) / total }))
      .filter(({ share }) => share > 0.03)
      .sort((a, b) => b.share - a.share)
      .slice(0, 3)
      .map(({ name, share }) => `${name} ${Math.round(share * 100)} %`);
    return { loadBefore, loadAfter: loadAverage(), share: Math.max(0, others / total), programs };
  };
}

function ownTime(all: ReturnType<typeof allProcesses>, pid: number): number {
  const one = all.find((each) => each.pid === pid)!;
  return one.cpuMs + one.endedChildrenCpuMs;
}

/** Scripts by their file rather than by `node`. */
function nameOf(pid: number, name: string): string {
  const script = /(?:^|\/)([\w.-]+\.(?:m?js|ts))(?:\s|$)/.exec(commandOf(pid))?.[1];
  return script && script !== name ? `${name} (${script})` : name;
}
