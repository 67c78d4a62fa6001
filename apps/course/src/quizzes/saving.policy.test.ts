import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highestSeq, merged, standing, type Kept } from './saving.policy.ts';

const save = fc.record({ answers: fc.dictionary(fc.constantFrom('q1', 'q2', 'q3'), fc.option(fc.string({ maxLength: 3 }).map((text) => ({ kind: 'text' as const, text })))) });

it('keeps the latest of each question, in whatever order saves arrive, how often, and if some are lost on the way', () => {
  fc.assert(
    fc.property(fc.array(save, { maxLength: 8 }).chain((saves) => fc.tuple(fc.constant(saves), fc.array(fc.nat({ max: Math.max(0, saves.length - 1) }), { maxLength: 30 }))), ([saves, arrivals]) => {
      let kept: Kept = {};
      for (const i of saves.length ? arrivals : []) kept = merged(kept, i + 1, saves[i]!.answers) ?? kept;
      for (const id of ['q1', 'q2', 'q3']) {
        const latest = saves.findLastIndex((one, i) => arrivals.includes(i) && Object.hasOwn(one.answers, id));
        expect(standing(kept).get(id) ?? null).toEqual(latest < 0 ? null : saves[latest]!.answers[id]);
      }
    }),
  );
});

it('says when nothing changes, and how far it is', () => {
  const kept = merged({}, 5, { q1: { kind: 'text', text: 'a' } })!;
  expect(merged(kept, 5, { q1: { kind: 'text', text: 'b' } })).toBeUndefined();
  expect(merged(kept, 4, { q1: null })).toBeUndefined();
  expect(highestSeq(kept)).toBe(5);
  expect(highestSeq({})).toBe(0);
});
