import { expect, it, vi } from 'vitest';
import { LastKnown } from './last-known.ts';

/** An owner of numbers under names that the test changes and takes away. How page look-ups behave is tested with `People`. */
function world() {
  const numbers = new Map<string, number>([['DK a', 1], ['DK b', 2], ['DK-NORD a', 9]]);
  const state = { away: false };
  const ask = vi.fn((territory: string, ids: string[]) =>
    state.away ? Promise.reject(new Error('away')) : Promise.resolve(new Map(ids.flatMap((id) => (numbers.has(`${territory} ${id}`) ? [[id, numbers.get(`${territory} ${id}`)!]] : [])))),
  );
  const away = vi.fn();
  return { numbers, state, ask, away, known: new LastKnown<number>({ ask, away, mostPerCall: 2, mostKept: 100 }) };
}

it('asks about all of them anew for what is current, remembers the answers, and throws while the owner is away', async () => {
  const { numbers, state, ask, away, known } = world();
  expect(await known.current('DK', ['a', 'b', 'c', 'a'])).toEqual(new Map([['a', 1], ['b', 2]]));
  expect(ask.mock.calls).toEqual([['DK', ['a', 'b']], ['DK', ['c']]]);
  expect(await known.of('DK', ['a', 'c'])).toEqual(new Map([['a', 1]]));
  expect(ask).toHaveBeenCalledTimes(2);
  numbers.set('DK a', 10);
  expect(await known.current('DK', ['a'])).toEqual(new Map([['a', 10]]));
  state.away = true;
  await expect(known.current('DK', ['a', 'b', 'c'])).rejects.toThrow('away');
  expect(away).not.toHaveBeenCalled();
  expect(known.remembered('DK', 'a')).toBe(10);
});

it('shows what it could ask, and says once that the rest is as known last', async () => {
  const { ask, away, known } = world();
  ask.mockRejectedValueOnce(new Error('away'));
  expect(await known.of('DK', ['x', 'y', 'a', 'b'])).toEqual(new Map([['a', 1], ['b', 2]]));
  expect(away).toHaveBeenCalledTimes(1);
});

it('drops what is no more', async () => {
  const { numbers, known } = world();
  await known.of('DK', ['a']);
  numbers.delete('DK a');
  known.forget('DK', 'a');
  expect(await known.of('DK', ['a'])).toEqual(new Map());
});

it('forgets all of a territory and of no other', async () => {
  const { ask, known } = world();
  for (const territory of ['DK', 'DK-NORD']) await known.of(territory, ['a']);
  known.forgetAll('DK');
  for (const territory of ['DK', 'DK-NORD']) await known.of(territory, ['a']);
  expect(ask.mock.calls.map(([territory]) => territory)).toEqual(['DK', 'DK-NORD', 'DK']);
});
