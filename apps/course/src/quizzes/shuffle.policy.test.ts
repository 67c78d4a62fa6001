import { expect, it } from 'vitest';
import { splitKey } from '../content/course-content.ts';
import { document } from '../testing/documents.ts';
import { dealtQuestions } from './shuffle.policy.ts';

const quiz = splitKey(document()).open.quizzes[0]!;
const seeds = Array.from({ length: 300 }, (_, i) => String(i));
const orderOf = (seed: string, shuffle: boolean) => (dealtQuestions({ ...quiz, shuffle }, seed).find(({ kind }) => kind === 'ordering') as { items: { id: string }[] }).items.map(({ id }) => id).join();

it('deals the same by the same seed, and everything there is', () => {
  expect(dealtQuestions(quiz, 'x')).toEqual(dealtQuestions(quiz, 'x'));
  expect(dealtQuestions(quiz, 'x').map(({ id }) => id).sort()).toEqual(quiz.questions.map(({ id }) => id).sort());
  expect(new Set(seeds.map((seed) => dealtQuestions(quiz, seed).map(({ id }) => id).join())).size).toBeGreaterThan(200);
});

it('hides the author’s order of what is to be put in order or matched, also where nothing else is shuffled', () => {
  expect(dealtQuestions({ ...quiz, shuffle: false }, 'x').map(({ id }) => id)).toEqual(quiz.questions.map(({ id }) => id));
  for (const shuffle of [true, false]) expect(new Set(seeds.map((seed) => orderOf(seed, shuffle))).size).toBe(6);
});
