import { expect, it } from 'vitest';
import { backParam, numberParam } from './clean-search.ts';

it('goes back only to this site', () => {
  expect(backParam('/topics/1?from=3#post-4')).toBe('/topics/1?from=3#post-4');
  for (const evil of ['//evil.org', '/\\evil.org', 'https://evil.org', '', 7]) expect(backParam(evil)).toBeUndefined();
});

it('takes whole numbers from 1', () => {
  expect(numberParam('12')).toBe(12);
  for (const wrong of [0, -1, 1.5, 'x', undefined]) expect(numberParam(wrong)).toBeUndefined();
});
