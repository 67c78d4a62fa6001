import { Problem } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

it('lets so many work, so many wait in order, and sends the rest away', async () => {
  const turns = new Turns({ atOnce: 2, inLine: 2 });
  const done: number[] = [];
  const ends: (() => void)[] = [];
  const works = [0, 1, 2, 3].map((n) => turns.take(() => new Promise<void>((resolve) => (ends[n] = () => (done.push(n), resolve())))));
  expect(ends.filter(Boolean)).toHaveLength(2);
  await expect(turns.take(() => Promise.resolve())).rejects.toThrow(Problem);
  ends[1]!();
  await works[1];
  await Promise.resolve();
  ends[2]!();
  ends[0]!();
  await Promise.all([works[0], works[2]]);
  ends[3]!();
  await Promise.all(works);
  expect(done).toEqual([1, 2, 0, 3]);
});

it('gives a turn back when the work fails', async () => {
  const turns = new Turns({ atOnce: 1, inLine: 1 });
  await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turns.take(() => Promise.resolve('yes'))).toBe('yes');
});
