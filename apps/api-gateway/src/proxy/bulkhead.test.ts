import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Bulkhead } from './bulkhead.ts';
import type { Caller } from './waiting-line.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

const caller = (client: string, territory = 'DK'): Caller => ({ client, territory });
const settings = { atOnce: 8, waiting: 6, waitMs: 100 };

/** A bulkhead and the order in which calls came in or were turned away. */
function hall() {
  const bulkhead = new Bulkhead(settings);
  const said: string[] = [];
  const ask = (who: Caller, name: string, urgent = false): void => {
    try {
      const turn = bulkhead.enter(who, urgent);
      if (!turn) said.push(`${name} in`);
      else turn.then(() => said.push(`${name} in`), (error: { contract: { code: string } }) => said.push(`${name} ${error.contract.code}`));
    } catch {
      said.push(`${name} gateway_busy`);
    }
  };
  const settled = async () => void (await new Promise((done) => setImmediate(done)));
  return { bulkhead, said, ask, settled };
}

it('lets so many in, and the next when one leaves', async () => {
  const { bulkhead, said, ask, settled } = hall();
  for (let n = 0; n < 8; n++) ask(caller(`m${n}`, `T${n % 2}`), String(n));
  ask(caller('late'), 'late');
  expect([said.length, bulkhead.working, bulkhead.waiting]).toEqual([8, 8, 1]);
  bulkhead.leave(caller('m0', 'T0'));
  await settled();
  expect(said.at(-1)).toBe('late in');
  expect([bulkhead.working, bulkhead.waiting]).toEqual([8, 0]);
});

it('gives one caller half of the places and one territory three quarters', async () => {
  const { said, ask, settled } = hall();
  for (let n = 0; n < 5; n++) ask(caller('greedy'), 'greedy');
  expect(said).toHaveLength(4);
  for (let n = 0; n < 4; n++) ask(caller(`m${n}`), 'of DK');
  await settled();
  expect(said).toHaveLength(6);
  ask(caller('n', 'NO'), 'of NO');
  await settled();
  expect(said.at(-1)).toBe('of NO in');
});

it('takes turns between territories, and within one between callers', async () => {
  const { bulkhead, said, ask, settled } = hall();
  const held = Array.from({ length: 8 }, (_, n) => caller(`m${n}`, `T${n % 2}`));
  held.forEach((who, n) => ask(who, String(n)));
  for (const name of ['a1', 'a2', 'a3']) ask(caller('a'), name);
  ask(caller('b'), 'b1');
  ask(caller('c', 'NO'), 'c1');
  for (const who of held.slice(0, 5)) bulkhead.leave(who);
  await settled();
  expect(said.slice(8)).toEqual(['a1 in', 'c1 in', 'b1 in', 'a2 in', 'a3 in']);
});

it('turns away whoever has most waiting when the line is full', async () => {
  const { said, ask, settled } = hall();
  Array.from({ length: 8 }, (_, n) => ask(caller(`m${n}`, `T${n % 2}`), String(n)));
  for (let n = 0; n < 6; n++) ask(caller('flood'), `flood ${n}`);
  ask(caller('quiet'), 'quiet');
  ask(caller('flood'), 'flood 6');
  await settled();
  expect(said.slice(8)).toEqual(['flood 5 gateway_busy', 'flood 6 gateway_busy']);
});

it('turns away whoever has waited too long, and leaves no trace', async () => {
  const { bulkhead, said, ask, settled } = hall();
  Array.from({ length: 8 }, (_, n) => ask(caller(`m${n}`, `T${n % 2}`), String(n)));
  ask(caller('late'), 'late');
  vi.advanceTimersByTime(99);
  await settled();
  expect(said).toHaveLength(8);
  vi.advanceTimersByTime(26);
  await settled();
  expect(said.at(-1)).toBe('late gateway_busy');
  expect([bulkhead.working, bulkhead.waiting, vi.getTimerCount()]).toEqual([8, 0, 0]);
});

it('keeps some places for what must come through', () => {
  const { said, ask } = hall();
  Array.from({ length: 8 }, (_, n) => ask(caller(`m${n}`, `T${n % 2}`), String(n)));
  for (let n = 0; n < 17; n++) ask(caller('leaving'), 'leaving', true);
  expect(said.slice(8)).toEqual([...Array<string>(16).fill('leaving in'), 'leaving gateway_busy']);
});
