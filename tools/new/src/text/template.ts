import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', 'templates');

/** Puts values into the places `{{name}}` of a text. Throws for a place that has no value, so a misspelt one never reaches a file. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{([\w -]+)\}\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a template has the place ${place}, for which there is no value`);
    return value;
  });
}

/** A template below `templates/`, without its `.tmpl`, with its places filled. */
export function template(path: string, values: Readonly<Record<string, string>>): string {
  return fill(readFileSync(join(folder, `${path}.tmpl`), 'utf8'), values);
}
