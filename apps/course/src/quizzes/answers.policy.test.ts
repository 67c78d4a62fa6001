import { course as courses } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { splitKey } from '../content/course-content.ts';
import { document, rightAnswers } from '../testing/documents.ts';
import { answerFaults } from './answers.policy.ts';

const quiz = splitKey(document()).open.quizzes[0]!;

it('lets through what the quiz offers', () => expect(answerFaults(quiz, { ...rightAnswers, 'q-text': null })).toEqual([]));

it.each<[string, Record<string, courses.Answer | null>, string]>([
  ['an unknown question', { 'q-none': { kind: 'text', text: 'x' } }, 'body.answers.q-none'],
  ['an inherited name', { constructor: null }, 'body.answers.constructor'],
  ['another kind', { 'q-single': { kind: 'multiple', choices: ['a'] } }, 'body.answers.q-single.kind'],
  ['a choice that is not offered', { 'q-single': { kind: 'single', choice: 'z' } }, 'body.answers.q-single.choice'],
  ['one choice twice', { 'q-multiple': { kind: 'multiple', choices: ['a', 'b', 'a'] } }, 'body.answers.q-multiple.choices.2'],
  ['an unknown left', { 'q-matching': { kind: 'matching', pairs: { l9: 'r1' } } }, 'body.answers.q-matching.pairs.l9'],
  ['an unknown right', { 'q-matching': { kind: 'matching', pairs: { l1: 'r9' } } }, 'body.answers.q-matching.pairs.l1'],
  ['too few to order', { 'q-ordering': { kind: 'ordering', items: ['i1'] } }, 'body.answers.q-ordering.items'],
  ['too many to order', { 'q-ordering': { kind: 'ordering', items: ['i1', 'i2', 'i3', 'i1'] } }, 'body.answers.q-ordering.items'],
  ['a double in the order', { 'q-ordering': { kind: 'ordering', items: ['i1', 'i2', 'i2'] } }, 'body.answers.q-ordering.items.2'],
])('refuses %s', (_name, answers, path) => expect(answerFaults(quiz, answers).map((fault) => fault.path)).toEqual([path]));

it.each(['NaN', 'Infinity', '1e5', '', '3.4.5', '1.000,5', '0x10', '--1', '1'.repeat(41)])('takes no number that is none: %s', (value) => expect(courses.answer.safeParse({ kind: 'number', value }).success).toBe(false));
