import { expect, it } from 'vitest';
import { visitInTurn } from './visit-in-turn.ts';

const territories = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `T${n}` }));
const noEnd = new AbortController().signal;

it('visits few territories at once, one after the other', async () => {
  const seen: string[] = [];
  let inside = 0;
  await visitInTurn(territories(10), async (id) => {
    expect(++inside).toBe(1);
    await Promise.resolve();
    inside--;
    seen.push(id);
  }, { signal: noEnd });
  expect(seen).toEqual(territories(10).map(({ id }) => id));
});

it('takes its time with many, unless it is in a hurry, and ends when told', async () => {
  const hurried: string[] = [];
  await visitInTurn(territories(250), async (id) => hurried.push(id), { signal: noEnd, hurried: true });
  expect(hurried).toHaveLength(250);

  const seen: string[] = [];
  const end = new AbortController();
  const slow = visitInTurn(territories(250), async (id) => {
    if (seen.push(id) === 1) end.abort();
  }, { signal: end.signal });
  await slow;
  expect(seen).toEqual(['T0']);
});
