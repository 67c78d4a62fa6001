import type { course as courses } from '@unityplan/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitKey } from '../content/course-content.ts';
import { document, quiz, rightAnswers, secrets } from '../testing/documents.ts';
import { scoreQuiz } from './scoring.policy.ts';

const { open, key } = splitKey(document());
const score = (answers: Record<string, courses.Answer>) => scoreQuiz(open.quizzes[0]!, key['final']!, new Map(Object.entries(answers)));
const one = (id: string, answer: courses.Answer) => { const { mark, points } = score({ [id]: answer }).marks.find(({ questionId }) => questionId === id)!; return [mark, points]; };

it('gives every right answer its points, and none for nothing', () => {
  expect(score(rightAnswers)).toMatchObject({ points: 6, outOf: 6, percent: 100, passed: true });
  expect(score({})).toMatchObject({ points: 0, percent: 0, passed: false });
  expect(score({}).marks.every(({ mark }) => mark === 'unanswered')).toBe(true);
});

it.each<[string, string, courses.Answer, string, number]>([
  ['a wrong choice', 'q-single', { kind: 'single', choice: 'a' }, 'wrong', 0],
  ['half of several', 'q-multiple', { kind: 'multiple', choices: ['a'] }, 'partly', 0.5],
  ['one right and one wrong', 'q-multiple', { kind: 'multiple', choices: ['a', 'b'] }, 'wrong', 0],
  ['all of them, right or not', 'q-multiple', { kind: 'multiple', choices: ['a', 'b', 'c', 'd'] }, 'wrong', 0],
  ['both right and one wrong', 'q-multiple', { kind: 'multiple', choices: ['a', 'c', 'd'] }, 'partly', 0.5],
  ['none chosen', 'q-multiple', { kind: 'multiple', choices: [] }, 'unanswered', 0],
  ['one pair', 'q-matching', { kind: 'matching', pairs: { l1: 'r2', l2: 'r3' } }, 'partly', 0.5],
  ['pairs of inherited names', 'q-matching', { kind: 'matching', pairs: { constructor: 'r2' } }, 'wrong', 0],
  ['no pair', 'q-matching', { kind: 'matching', pairs: {} }, 'unanswered', 0],
  ['one in its place', 'q-ordering', { kind: 'ordering', items: ['i2', 'i1', 'i3'] }, 'partly', 0.33],
  ['the other language', 'q-text', { kind: 'text', text: 'ZEBRAFINKE!' }, 'right', 1],
  ['blank text', 'q-text', { kind: 'text', text: ' \n' }, 'unanswered', 0],
  ['nearly the word', 'q-text', { kind: 'text', text: 'zebrafinches' }, 'wrong', 0],
  ['decomposed letters', 'q-text', { kind: 'text', text: 'zebrafinch'.normalize('NFD') }, 'right', 1],
  ['a comma', 'q-number', { kind: 'number', value: '48151623,42' }, 'right', 1],
  ['at the edge of the tolerance', 'q-number', { kind: 'number', value: String(secrets.number + secrets.tolerance) }, 'right', 1],
  ['beyond it', 'q-number', { kind: 'number', value: '48151623.6' }, 'wrong', 0],
  ['an answer of another kind', 'q-single', { kind: 'text', text: 'b' }, 'wrong', 0],
])('marks %s', (_name, id, answer, mark, points) => expect(one(id, answer)).toEqual([mark, points]));

it.each([['0.3', 0.2, 0.1, true], ['−3,5', -3.5, 0, true], ['+7', 7, 0, true], ['.5', 0.5, 0, true], ['7,', 7, 0, true], ['1000000000000001', 1e15, 0.4, false]])('reads %s as people mean it', (value, correct, tolerance, right) => {
  const own = { ...quiz('n'), questions: [{ kind: 'number' as const, id: 'n', prompt: {}, points: 3 }] };
  expect(scoreQuiz(own, { n: { kind: 'number', correct, tolerance } }, new Map([['n', { kind: 'number', value }]])).passed).toBe(right);
});

it('never passes anyone by rounding', () => {
  const thirds = { passPercent: 67, questions: ['x', 'y', 'z'].map((id) => ({ kind: 'ordering' as const, id, prompt: {}, points: 1, items: [] })) };
  const keys = Object.fromEntries(['x', 'y', 'z'].map((id) => [id, { kind: 'ordering' as const, correct: ['1', '2', '3'] }]));
  const answers = new Map(['x', 'y', 'z'].map((id) => [id, { kind: 'ordering' as const, items: ['1', '2', '4'] }]));
  expect(scoreQuiz(thirds, keys, answers)).toMatchObject({ points: 2, percent: 66, passed: false });
});

it('stays between nothing and everything for any choice', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')), (choices) => {
    const { points, percent } = score({ ...rightAnswers, 'q-multiple': { kind: 'multiple', choices } });
    expect(points).toBeGreaterThanOrEqual(5);
    expect(percent).toBeLessThanOrEqual(100);
    expect(points === 6).toBe(choices.toSorted().join() === 'a,c');
  }));
});
