import { expect, it } from 'vitest';
import { familyCpuMs, familyOf, memoryOf, parseKilobytes, parseStat, statOf, type ProcessStat } from './proc.ts';

const line = '4711 (post (gres) :)) S 42 4711 4711 0 -1 4194560 9000 0 12 0 250 50 700 30 20 0 1 0 584951 154260 16100 18446744073709551615';

it('reads a stat line whose name holds brackets and spaces', () => {
  expect(parseStat(line)).toEqual({ pid: 4711, name: 'post (gres) :)', parent: 42, cpuMs: 3000, endedChildrenCpuMs: 7300 });
});

it('reads sizes as MiB and passes over everything else', () => {
  const status = 'Name:\tnode\nState:\tS (sleeping)\nVmRSS:\t  204800 kB\nRssAnon:\t  102400 kB\nThreads:\t11\n';
  expect(parseKilobytes(status)).toEqual({ VmRSS: 200, RssAnon: 100 });
});

const one = (pid: number, parent: number, cpuMs: number, endedChildrenCpuMs = 0): ProcessStat => ({ pid, parent, cpuMs, endedChildrenCpuMs, name: 'x' });

it('adds up a family: itself, its children and those that ended', () => {
  const all = [one(1, 0, 5), one(2, 1, 10, 100), one(3, 2, 20), one(4, 3, 40), one(5, 1, 1000)];
  expect(familyCpuMs(2, all)).toBe(170);
  expect(familyOf(2, all)).toEqual([2, 3, 4]);
  expect(familyCpuMs(99, all)).toBe(0);
});

it('reads this very process', () => {
  const memory = memoryOf(process.pid);
  expect(memory.rss).toBeGreaterThan(20);
  expect(memory.anonymous).toBeLessThanOrEqual(memory.rss);
  expect(statOf(process.pid)).toMatchObject({ pid: process.pid, parent: process.ppid });
});
