import { expect, it } from 'vitest';
import { payloadOf, readFields } from './fields.ts';

it('reads a payload', () => {
  const fields = readFields('memberId:id, stars:int,until:instant');
  expect(payloadOf(fields)).toEqual({ payload: 'memberId: id, stars: z.int(), until: instant', example: "memberId: exampleId(1), stars: 2, until: '2026-11-21T12:00:00.000Z'", shapes: ['id', 'instant'] });
});

it.each([['', 'no field'], ['a:b', '"a:b"'], ['A:id', 'camelCase'], ['a:id:id', 'name:type'], ['a,a', 'twice'], ['a-b:id', 'camelCase'], ['a:toString', 'name:type']])('refuses %j', (text, part) => expect(() => readFields(text)).toThrow(part));
