import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { course } from '@unityplan/contracts';
import type { z } from 'zod';

type Draft = z.input<typeof course.quizDraft>;
type Answers = Record<string, z.input<typeof course.answer>>;

/** The quiz of the course that comes with the platform, with its key: what a teacher knows. */
export const finalQuiz = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../course/content/hosting-a-good-conversation/quiz.json'), 'utf8')) as Draft;

/** The right answer to every question. */
export function rightAnswers(): Answers {
  return Object.fromEntries(finalQuiz.questions.map((question): [string, Answers[string]] => {
    switch (question.kind) {
      case 'single': return [question.id, { kind: 'single', choice: question.correct! }];
      case 'multiple': return [question.id, { kind: 'multiple', choices: question.correct }];
      case 'matching': return [question.id, { kind: 'matching', pairs: question.correct }];
      case 'ordering': return [question.id, { kind: 'ordering', items: question.correct }];
      case 'text': return [question.id, { kind: 'text', text: (question.accepted.en ?? question.accepted.da)![0]! }];
      case 'number': return [question.id, { kind: 'number', value: String(question.correct) }];
    }
  }));
}

/** Every choice there is, turned round: enough wrong to fail. */
export function wrongAnswers(): Answers {
  return Object.fromEntries(finalQuiz.questions.map((question): [string, Answers[string]] => {
    switch (question.kind) {
      case 'single': return [question.id, { kind: 'single', choice: question.choices.find(({ id }) => id !== question.correct)!.id }];
      case 'multiple': return [question.id, { kind: 'multiple', choices: question.choices.filter(({ id }) => !question.correct.includes(id)).map(({ id }) => id) }];
      case 'matching': return [question.id, { kind: 'matching', pairs: Object.fromEntries(question.left.map(({ id }) => [id, question.right.find((right) => right.id !== question.correct[id])!.id])) }];
      case 'ordering': return [question.id, { kind: 'ordering', items: question.correct.toReversed() }];
      case 'text': return [question.id, { kind: 'text', text: 'no idea' }];
      case 'number': return [question.id, { kind: 'number', value: '-1' }];
    }
  }));
}
