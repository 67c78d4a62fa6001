import { Refusal } from '../refusal.ts';

const importLine = /^import [^;]*? from '([^']+)';$|^import '([^']+)';$/gm;
const rank = (path: string): string => (path.startsWith('node:') ? '0' : path.startsWith('../') ? '2' : path.startsWith('./') ? '3' : '1') + path;

interface Found {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

function importsOf(text: string): Found[] {
  return [...text.matchAll(importLine)].map((match) => ({ path: (match[1] ?? match[2])!, start: match.index, end: match.index + match[0].length }));
}

/** Puts a whole import line where its path belongs by the alphabet: packages, then outer folders, then the own. */
export function addImport(text: string, line: string): string {
  const path = /'([^']+)';$/.exec(line)?.[1];
  if (path === undefined) throw new Error(`no import: ${line}`);
  if (text.includes(line)) return text;
  const found = importsOf(text);
  const next = found.find((each) => rank(each.path) > rank(path));
  if (next) return `${text.slice(0, next.start)}${line}\n${text.slice(next.start)}`;
  const last = found.at(-1);
  return last ? `${text.slice(0, last.end)}\n${line}${text.slice(last.end)}` : `${line}\n\n${text}`;
}

/** Makes names of a module known: adds those that miss to its import of values, or a new one. */
export function importNames(text: string, path: string, names: readonly string[]): string {
  const values = new RegExp(`^import \\{ ([^}]*) \\} from '${path.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}';$`, 'm').exec(text);
  if (!values) return addImport(text, `import { ${inOrder(names)} } from '${path}';`);
  const known = values[1]!.split(',').map((name) => name.trim());
  const missing = names.filter((name) => !known.includes(name));
  if (missing.length === 0) return text;
  return text.replace(values[0], `import { ${inOrder([...known, ...missing])} } from '${path}';`);
}

/** Values by the alphabet, then types. */
const inOrder = (names: readonly string[]): string => names.toSorted((a, b) => Number(a.startsWith('type ')) - Number(b.startsWith('type ')) || a.toLowerCase().localeCompare(b.toLowerCase())).join(', ');

/** Adds items to the front of the list `key: [ … ]` of a Nest module, or of the constant of that name above it. Throws a Refusal when there is none. */
export function addToModule(text: string, key: 'controllers' | 'providers', items: readonly string[]): string {
  const list = new RegExp(`(\\b${key}(?:: | = )\\[)(\\s*)(.)`).exec(text);
  if (!list) throw new Refusal(`there is no list "${key}: [ … ]" of its @Module to put ${items.join(', ')} into`);
  const [whole, open, space, first] = list as unknown as [string, string, string, string];
  const joined = items.join(', ');
  const after = first === ']' ? `${open}${joined}]` : space.includes('\n') ? `${open}${space}${joined},${space}${first}` : `${open}${joined}, ${first}`;
  return text.replace(whole, () => after);
}
