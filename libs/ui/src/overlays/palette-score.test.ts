import { expect, it } from 'vitest';
import { paletteScore } from './palette-score.ts';

const dark = { label: 'Dark appearance', words: ['Theme'], note: '' };
const hosts = { label: 'Community hosts', words: [], note: 'For those who look after conversations and park' };

it('puts names before other words, and these before notes', () => {
  const scores = ['dark', 'appear', 'pear', 'theme'].map((search) => paletteScore(search, dark));
  expect(scores).toEqual([1, 0.9, 0.7, 0.5]);
  expect(paletteScore('conversations', hosts)).toBe(0.2);
  expect(paletteScore('dark', hosts)).toBe(0);
});

it('wants every word, in any order, accents or not', () => {
  expect(paletteScore('appearance dark', dark)).toBe(0.9);
  expect(paletteScore('dark hosts', dark)).toBe(0);
  expect(paletteScore('vært', { label: 'Vært for samtalen', words: [], note: '' })).toBe(1);
  expect(paletteScore('cafe', { label: 'Café', words: [], note: '' })).toBe(1);
  expect(paletteScore('  ', dark)).toBe(1);
});
