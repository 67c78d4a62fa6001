import { expect, it } from 'vitest';
import { z } from 'zod';
import { breaks } from './compatibility.ts';
import { toJsonSchema, type JsonSchema } from './json-schema.ts';
import { lockOfContracts } from './lock.ts';

const base = z.object({ id: z.uuid(), kind: z.enum(['a', 'b']), inner: z.object({ n: z.int() }).optional() });
const lock = (schema: z.ZodType, more: JsonSchema = {}) => ({ 'event x.done': { orderBy: 'id', payload: toJsonSchema(schema, 'output'), ...more } });
const breaking = (next: z.ZodType) => breaks(lock(base), lock(next));

it('lets optional fields and new contracts in', () => {
  expect(breaking(base.extend({ note: z.string().optional() }))).toEqual([]);
  expect(breaking(base.extend({ inner: z.object({ n: z.int(), m: z.int().optional() }).optional() }))).toEqual([]);
  expect(breaks(lock(base), { ...lock(base), 'event y.done': {} })).toEqual([]);
});

it('does not mind the order of a list that has none', () => {
  expect(breaking(base.extend({ kind: z.enum(['b', 'a']) }))).toEqual([]);
});

it.each([
  ['a required field', base.extend({ note: z.string() }), 'event x.done: field payload.note is required now: make a version 2'],
  ['a field gone', base.omit({ kind: true }), 'event x.done: field payload.kind was removed: make a version 2'],
  ['a field made optional', base.partial({ kind: true }), 'event x.done: field payload.kind is optional now: make a version 2'],
  ['another type', base.extend({ id: z.int() }), 'event x.done: payload.id.type changed from "string" to "integer": make a version 2'],
  ['another choice', base.extend({ kind: z.enum(['a', 'b', 'c']) }), 'event x.done: payload.kind.enum changed from ["a","b"] to ["a","b","c"]: make a version 2'],
  ['a change deep inside', base.extend({ inner: z.object({ n: z.int().min(1) }).optional() }), 'event x.done: payload.inner.n.minimum was added (1): make a version 2'],
])('refuses %s', (_, next, sentence) => {
  expect(breaking(next)).toContain(sentence);
});

it('refuses a contract that vanished or promises something else', () => {
  expect(breaks(lock(base), {})[0]).toMatch(/^event x.done was removed or renamed: make a version 2/);
  expect(breaks(lock(base), lock(base, { orderBy: 'kind' }))).toEqual(['event x.done: orderBy changed from "id" to "kind": make a version 2']);
});

it('locks every kind of contract, without texts for people', () => {
  const made = lockOfContracts();
  for (const name of ['event topic.created', 'rpc user.get_people', 'route getTopic', 'error not_found', 'live server entry']) expect(made).toHaveProperty([name]);
  expect(JSON.stringify(made)).not.toMatch(/"description"|\$ref|\$defs/);
  // A field called like a keyword for people is still a field.
  expect(made['route createTopic']).toMatchObject({ body: { properties: { title: { type: 'string' } } } });
});
