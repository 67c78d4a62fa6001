import { expect, it } from 'vitest';
import { formsOf, pluralOf, singularOf, toKebab } from './words.ts';

it('has a form for every place', () => {
  expect(formsOf('time-bank')).toEqual({ kebab: 'time-bank', snake: 'time_bank', camel: 'timeBank', pascal: 'TimeBank', words: 'time bank', title: 'Time bank' });
});

it.each([['TimeBank', 'time-bank'], ['time_bank', 'time-bank'], ['Time bank!', 'time-bank'], ['3d-prints', 'd-prints'], ['Café', 'cafe'], ['HTTPPort2x', 'httpport2x'], ['', '']])('makes %j to %j', (text, kebab) => expect(toKebab(text)).toBe(kebab));

it.each([['recipe', 'recipes'], ['gallery', 'galleries'], ['day', 'days'], ['bus', 'buses'], ['church', 'churches'], ['time-bank', 'time-banks']])('knows many of a %s as %s, and back', (one, many) => {
  expect(pluralOf(one)).toBe(many);
  expect(singularOf(many)).toBe(one);
});

it('leaves a word that has no s at its end', () => expect([singularOf('people'), singularOf('glass')]).toEqual(['people', 'glass']));
