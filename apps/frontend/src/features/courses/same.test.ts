import { expect, it } from 'vitest';
import { same } from './same.ts';

it('compares answers by what they say', () => {
  expect(same({ kind: 'matching', pairs: { a: '1', b: '2' } }, { pairs: { b: '2', a: '1' }, kind: 'matching' })).toBe(true);
  expect(same({ kind: 'ordering', items: ['a', 'b'] }, { kind: 'ordering', items: ['b', 'a'] })).toBe(false);
  expect(same(null, {})).toBe(false);
});
