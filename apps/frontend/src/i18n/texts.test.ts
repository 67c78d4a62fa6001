import { allErrors } from '@unityplan/contracts';
import { describe, expect, it } from 'vitest';

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', { eager: true, import: 'default' });
const texts = (language: string, name: string) => files[`./${language}/${name}.json`];
const names = Object.keys(files).filter((path) => path.startsWith('./en/')).map((path) => path.slice('./en/'.length, -'.json'.length));

/** Dotted keys with their texts. */
function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, part]) => flat(part, path ? `${path}.${key}` : key));
}
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe.each(names)('texts of %s', (name) => {
  it('are the same keys with the same places in each language', () => {
    const english = flat(texts('en', name)).map(([key, text]) => [key, places(text)]);
    const danish = flat(texts('da', name)).map(([key, text]) => [key, places(text)]);
    expect(danish.sort()).toEqual(english.sort());
  });
});

it('has the sentences of every error of the contracts: else run `npm run errors`', () => {
  for (const language of ['en', 'da'] as const) {
    const wanted = Object.fromEntries(Object.values(allErrors).map(({ code, title, mend }) => [code, { title: title[language], mend: mend[language] }]));
    expect(texts(language, 'errors')).toEqual(wanted);
  }
});
