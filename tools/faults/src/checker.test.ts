import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsIn, type History } from './checker.ts';

const history = (effects: History['effects'], count = 3): History => {
  const outbox = Array.from({ length: count }, (_, i) => ({ eventId: `e${i + 1}`, aggregate: 'a', seq: i + 1 }));
  return { territory: 'DK', written: outbox, outbox, effects };
};
const e = (seq: number) => ({ eventId: `e${seq}`, aggregate: 'a', seq });

describe('the checker', () => {
  it('accepts a whole history', () => expect(faultsIn(history([e(1), e(2), e(3)]))).toEqual([]));
  it('sees a lost event', () => expect(faultsIn(history([e(1), e(2)]))).toEqual(['DK: event e3 lost (a 3)']));
  it('sees a double effect', () => expect(faultsIn(history([e(1), e(2), e(2), e(3)])).join()).toContain('done 2 times'));
  it('sees a wrong order', () => expect(faultsIn(history([e(2), e(1), e(3)])).join()).toContain('2 after 0'));
  it('sees an effect of nothing', () => expect(faultsIn(history([e(1), e(2), e(3), e(4)])).join()).toContain('never committed'));
  it('sees a change without its event', () => {
    const whole = history([e(1), e(2), e(3)]);
    expect(faultsIn({ ...whole, written: [...whole.written, { eventId: 'x', aggregate: 'a' }] }).join()).toContain('without its event');
  });
  it('refuses every history in which effects were dropped, doubled or swapped', () => {
    fc.assert(fc.property(fc.integer({ min: 3, max: 30 }), fc.nat(), fc.nat(), fc.constantFrom('drop', 'double', 'swap'), (count, x, y, how) => {
      const effects = Array.from({ length: count }, (_, i) => e(i + 1));
      const i = x % count, j = (i + 1 + (y % (count - 1))) % count;
      if (how === 'drop') effects.splice(i, 1);
      else if (how === 'double') effects.splice(j, 0, effects[i]!);
      else [effects[i], effects[j]] = [effects[j]!, effects[i]!];
      expect(faultsIn(history(effects, count))).not.toEqual([]);
    }));
  });
});
