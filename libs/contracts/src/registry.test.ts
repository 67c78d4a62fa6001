import { expect, it } from 'vitest';
import { allErrors, allEvents, allRoutes, allRpcs } from './registry.ts';
import { eventKey } from './kernel/events.ts';
import { defineEvent } from './kernel/events.ts';
import { z } from 'zod';

const unique = (names: string[]) => expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);

it('names every event, rpc and route once', () => {
  unique(allEvents.map(eventKey));
  unique(allRpcs.map((rpc) => `${rpc.owner}.${rpc.method}`));
  unique(allRoutes.map((route) => route.id));
  unique(allRoutes.map((route) => `${route.method} ${route.path.replace(/\{\w+\}/g, '{}')}`));
});

it('has texts for every error a contract names', () => {
  for (const contract of [...allRoutes, ...allRpcs]) for (const error of contract.errors) expect(allErrors[error.code]).toBe(error);
  for (const error of Object.values(allErrors)) for (const text of [error.title, error.mend]) expect([text.en, text.da].every((t) => t.length > 5)).toBe(true);
});

it('uses the same parameters in every language', () => {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
  for (const { title, mend } of Object.values(allErrors)) {
    expect(names(title.da)).toEqual(names(title.en));
    expect(names(mend.da)).toEqual(names(mend.en));
  }
});

it('refuses an event with a personal field that is not declared', () => {
  const draft = { name: 'thing.done', version: 1, scope: 'territory', owner: 'x', orderBy: 'id', personal: [], about: '', payload: z.object({ id: z.string(), email: z.string() }), example: { id: '1', email: 'a' } } as const;
  expect(() => defineEvent(draft)).toThrow(/email looks personal/);
});
