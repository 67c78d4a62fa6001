import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export type Language = 'en' | 'da';

const folder = resolve(import.meta.dirname, '../../../frontend/src/i18n');

/** The words of the pages as people read them, by `feature:key.path`; so that a journey looks for what is really there. */
export function texts(language: Language): (key: string, values?: Record<string, string>) => string {
  const files = new Map<string, object>();
  return (key, values = {}) => {
    const [feature, path] = key.split(':') as [string, string];
    if (!files.has(feature)) files.set(feature, JSON.parse(readFileSync(`${folder}/${language}/${feature}.json`, 'utf8')) as object);
    const text = path.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], files.get(feature));
    if (typeof text !== 'string') throw new Error(`No text ${key} in ${language}`);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  };
}
