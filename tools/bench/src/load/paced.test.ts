import { expect, it } from 'vitest';
import { paced } from './paced.ts';

it('starts as many as were asked for, counts failures and keeps the first reason', async () => {
  const seen: number[] = [];
  const result = await paced({ rate: 500, seconds: 0.02 }, async (index) => {
    seen.push(index);
    if (index % 2) throw new Error(`no ${index}`);
  });
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(result).toMatchObject({ done: 5, failed: 5, failure: 'no 1' });
  expect(result.latencies).toHaveLength(5);
});

it('does not wait for one before it starts the next', async () => {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const result = await paced({ rate: 500, seconds: 0.01 }, (index) => {
    if (index === 4) open();
    return gate;
  });
  expect(result.done).toBe(5);
});
