import { exampleId } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { Allowance } from './allowance.ts';
import { readMessage } from './read-message.ts';

it('allows a burst, then a steady few', () => {
  let now = 0;
  const allowance = new Allowance(3, 2, () => now);
  expect([1, 2, 3, 4].map(() => allowance.take())).toEqual([true, true, true, false]);
  now = 500;
  expect([1, 2].map(() => allowance.take())).toEqual([true, false]);
  now = 60_000;
  expect([1, 2, 3, 4].map(() => allowance.take())).toEqual([true, true, true, false]);
});

it.each([
  ['no JSON', 'hello', undefined],
  ['null', 'null', undefined],
  ['an unknown type', '{"type":"shout"}', undefined],
  ['another protocol', '{"type":"hello","protocol":2,"ticket":"t"}', undefined],
  ['a stream with no valid name', '{"type":"subscribe","stream":"topic:*"}', { stream: 'topic:*' }],
  ['a stream that is no text', '{"type":"subscribe","stream":{}}', {}],
  ['a cursor that is none', `{"type":"subscribe","stream":"territory","cursor":{"epoch":"e","seq":-1}}`, { stream: 'territory' }],
  ['a subscription', `{"type":"subscribe","stream":"topic:${exampleId(1)}"}`, { message: { type: 'subscribe', stream: `topic:${exampleId(1)}` } }],
])('reads %s', (_, text, expected) => {
  expect(readMessage(Buffer.from(text))).toEqual(expected);
});
