import type { JsonSchema } from './json-schema.ts';
import type { Lock } from './lock.ts';

/**
 * What in `next` would break someone who relies on `locked`, as sentences. New contracts and added optional fields are
 * free; a required list or an enumeration is compared without its order.
 */
export function breaks(locked: Lock, next: Lock): string[] {
  return Object.entries(locked).flatMap(([name, promise]) => {
    const now = next[name];
    if (!now) return [`${name} was removed or renamed: make a version 2 beside it, and remove this one when nobody uses it`];
    return differences(promise, now, '').map((what) => `${name}: ${what}: make a version 2`);
  });
}

const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const sorted = (list: unknown[]): unknown[] => [...list].sort();

function differences(before: unknown, after: unknown, path: string): string[] {
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(before, after, path);
  if (!isObject(before) || !isObject(after)) return same(before, after) ? [] : [`${path || 'it'} changed from ${short(before)} to ${short(after)}`];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const at = path ? `${path}.${key}` : key;
    if (key === 'properties' && isObject(before[key]) && isObject(after[key])) return fieldDifferences(before[key], after[key], path);
    // Which fields became required shows by name; a field that is new and optional does not show here at all.
    if (key === 'required') return requiredDifferences(before, after, path);
    if (!(key in before)) return [`${at} was added (${short(after[key])})`];
    if (!(key in after)) return [`${at} was removed`];
    return differences(before[key], after[key], at);
  });
}

function fieldDifferences(before: JsonSchema, after: JsonSchema, path: string): string[] {
  return Object.keys(before).flatMap((name) => {
    const at = path ? `${path}.${name}` : name;
    return name in after ? differences(before[name], after[name], at) : [`field ${at} was removed`];
  });
}

function requiredDifferences(before: JsonSchema, after: JsonSchema, path: string): string[] {
  const [old, now] = [before, after].map((schema) => (schema['required'] ?? []) as string[]) as [string[], string[]];
  const stillThere = Object.keys((after['properties'] ?? {}) as object);
  const at = (name: string) => (path ? `${path}.${name}` : name);
  return [
    ...now.filter((name) => !old.includes(name)).map((name) => `field ${at(name)} is required now`),
    ...old.filter((name) => !now.includes(name) && stillThere.includes(name)).map((name) => `field ${at(name)} is optional now`),
  ];
}

function listDifferences(before: unknown[], after: unknown[], path: string): string[] {
  const plain = [...before, ...after].every((item) => !isObject(item));
  if (plain) return same(sorted(before), sorted(after)) ? [] : [`${path} changed from ${short(before)} to ${short(after)}`];
  if (before.length !== after.length) return [`${path} has ${after.length} alternatives, not ${before.length}`];
  return before.flatMap((item, i) => differences(item, after[i], `${path}[${i}]`));
}

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
