import { describe, expect, it } from 'vitest';
import type { Question } from '../api/types.ts';
import { isAnswered, isTypedNumber } from './answered.ts';

const base = { id: 'q', html: { en: 'Which?' }, points: 1 };
const two = [{ id: 'a', text: { en: 'A' } }, { id: 'b', text: { en: 'B' } }];
const matching: Question = { ...base, kind: 'matching', left: two, right: two };
const multiple: Question = { ...base, kind: 'multiple', choices: two };

describe('an answer', () => {
  it('counts only when it says something about its question', () => {
    expect(isAnswered(multiple, undefined)).toBe(false);
    expect(isAnswered(multiple, { kind: 'multiple', choices: [] })).toBe(false);
    expect(isAnswered(multiple, { kind: 'single', choice: 'a' })).toBe(false);
    expect(isAnswered(multiple, { kind: 'multiple', choices: ['a'] })).toBe(true);
    expect(isAnswered(matching, { kind: 'matching', pairs: { a: 'b' } })).toBe(false);
    expect(isAnswered(matching, { kind: 'matching', pairs: { a: 'b', b: 'b' } })).toBe(true);
    expect(isAnswered({ ...base, kind: 'text' }, { kind: 'text', text: '  ' })).toBe(false);
    expect(isAnswered({ ...base, kind: 'number', unit: null }, { kind: 'number', value: '12' })).toBe(true);
  });

  it('takes numbers as people write them', () => {
    for (const right of ['12', '3,5', '3.5', '-2', '−2', ',5', ' 7 ']) expect(isTypedNumber(right), right).toBe(true);
    for (const wrong of ['', 'twelve', '1.000,5', '1 000', '--1', '.']) expect(isTypedNumber(wrong), wrong).toBe(false);
  });
});
