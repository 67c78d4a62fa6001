import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slugOf } from './slug.ts';

it.each([
  ['Ny bådebro på øen?', 'ny-baadebro-paa-oeen'],
  ['Ærø: “Søndag” — kl. 10', 'aeroe-soendag-kl-10'],
  ['Él Niño & Straße', 'el-nino-strasse'],
  ["Don't panic", 'dont-panic'],
  ['日本語', 'topic'],
  ['!!!!!', 'topic'],
])('%s → %s', (title, slug) => expect(slugOf(title, 'topic')).toBe(slug));

it('is always a short, plain piece of an address', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (title) => void expect(slugOf(title, 'topic')).toMatch(/^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$/)));
});
