import type { Gate } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { circleBefore, sameContent, sayCircle, unknownBadge } from './ways.policy.ts';

const both = (text: string) => ({ en: text, da: `${text}-da` });
const needs = (...keys: string[]): Gate => ({ rule: 'all', of: keys.map((badge) => ({ rule: 'badge', badge })) });
const badge = (key: string, prerequisites: Gate | null = null, by_hand = false) => ({ badge: key, name: both(key.toUpperCase()), prerequisites, by_hand });
const course = (gives: string, gate: Gate | null = null) => ({ courseId: gives, name: both(`Course ${gives}`), gives, needs: gate });
const circle = (...args: Parameters<typeof circleBefore>) => circleBefore(...args)?.map(({ en }) => en);

it.each<[string, Parameters<typeof circleBefore>, string[] | undefined]>([
  ['no prerequisites', ['a', [badge('a')], []], undefined],
  ['two badges that wait for each other', ['a', [badge('a', needs('b')), badge('b', needs('a'))], []], ['A', 'B', 'A']],
  ['by hand, they wait all the same', ['a', [badge('a', needs('b'), true), badge('b', needs('a'), true)], []], ['A', 'B', 'A']],
  ['a course that asks for its own badge', ['a', [badge('a')], [course('a', needs('a'))]], ['Course a', 'Course a']],
  ['which is also given by hand', ['a', [badge('a', null, true)], [course('a', needs('a'))]], undefined],
  ['another course leads there', ['a', [badge('a')], [course('a', needs('a')), course('a')]], undefined],
  ['over a course and a badge', ['b', [badge('a'), badge('b', needs('a'))], [course('a', needs('b'))]], ['B', 'Course a', 'B']],
  ['a circle of others', ['c', [badge('a', needs('b')), badge('b', needs('a')), badge('c')], []], undefined],
])('%s', (_name, args, expected) => expect(circle(...args)).toEqual(expected));

it('is said in both languages', () => expect(sayCircle([both('A'), both('B'), both('A')])).toEqual({ en: 'A → B → A', da: 'A-da → B-da → A-da' }));

it('finds badges that nobody defined', () => {
  expect(unknownBadge(needs('a', 'b'), new Set(['a']))).toBe('b');
  expect([unknownBadge(needs('a'), new Set(['a'])), unknownBadge(null, new Set())]).toEqual([undefined, undefined]);
});

it('knows the same content in another order, and other content', () => {
  expect(sameContent({ a: 1, b: { c: [1, { d: 2 }], e: undefined } }, { b: { c: [1, { d: 2 }] }, a: 1 })).toBe(true);
  expect(sameContent({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  expect(sameContent({ a: null }, { a: undefined })).toBe(false);
});
