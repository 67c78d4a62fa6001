import { z } from 'zod';
import { duplicatesIn, localised, localId } from './texts.ts';

export const quizLimits = { questions: 60, choices: 12, accepted: 60, attempts: 100, textAnswer: 500 } as const;
const prompt = localised(2000);
const choice = z.object({ id: localId, text: localised(500) });
const choices = z.array(choice).max(quizLimits.choices);
const common = { id: localId, prompt, points: z.int().min(1).max(100).default(1), feedback: localised(2000).optional().describe('Shown after handing in, whatever was answered') };

/** A question as its author writes it, with its answer key: `correct`, `accepted` and `tolerance`. The key never reaches a learner before handing in. */
export const questionDraft = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('single'), ...common, choices, correct: localId.nullable() }),
    z.object({ kind: z.literal('multiple'), ...common, choices, correct: z.array(localId).max(quizLimits.choices) }),
    z.object({ kind: z.literal('matching'), ...common, left: choices, right: choices, correct: z.record(localId, localId).describe('left id → right id; several may have the same right') }),
    z.object({ kind: z.literal('ordering'), ...common, items: choices, correct: z.array(localId).max(quizLimits.choices).describe('From first to last') }),
    z.object({
      kind: z.literal('text'), ...common,
      accepted: z.object({ en: z.array(z.string().max(quizLimits.textAnswer)).max(quizLimits.accepted).optional(), da: z.array(z.string().max(quizLimits.textAnswer)).max(quizLimits.accepted).optional() })
        .describe('An answer in any of the languages counts; case, spaces and punctuation at the end do not matter'),
    }),
    z.object({ kind: z.literal('number'), ...common, correct: z.number().nullable(), tolerance: z.number().min(0).default(0), unit: localised(40).optional() }),
  ])
  .superRefine((question, context) => {
    for (const part of ['choices', 'left', 'right', 'items'] as const) {
      const list = (question as Partial<Record<typeof part, { id: string }[]>>)[part] ?? [];
      for (const { path } of duplicatesIn(list.map(({ id }, i) => ({ id, path: [part, i, 'id'] })))) context.addIssue({ code: 'custom', path, message: 'This id is used twice' });
    }
  });
export type QuestionDraft = z.output<typeof questionDraft>;
export type QuestionKind = QuestionDraft['kind'];

export const quizDraft = z
  .object({
    id: localId, title: localised(150), intro: localised(2000).optional(),
    passPercent: z.int().min(0).max(100), attempts: z.int().min(1).max(quizLimits.attempts).nullable().default(null).describe('How often; null: as often as one likes'),
    minutesBetween: z.int().min(1).max(10_080).nullable().default(null).describe('Minutes to wait after handing in before the next attempt'),
    shuffle: z.boolean().default(true).describe('Questions and choices in another order for each attempt'), required: z.boolean().default(true).describe('Must be passed to complete the course'),
    questions: z.array(questionDraft).max(quizLimits.questions),
  })
  .superRefine((quiz, context) => {
    for (const { path } of duplicatesIn(quiz.questions.map(({ id }, i) => ({ id, path: ['questions', i, 'id'] })))) context.addIssue({ code: 'custom', path, message: 'This id is used twice' });
  });
export type QuizDraft = z.output<typeof quizDraft>;

/** A number as people type it: one decimal comma or point, no thousands separators. */
export const typedNumber = z.string().max(40).trim().regex(/^[+\-−]?(\d{1,15}([.,]\d{0,10})?|[.,]\d{1,10})$/, 'Write a number such as 12 or 3,5');
/** The value of such a text. */
export function numberOf(typed: string): number {
  return Number(typed.trim().replace('−', '-').replace(',', '.'));
}

/** What a learner answers to one question. */
export const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), choice: localId }),
  z.strictObject({ kind: z.literal('multiple'), choices: z.array(localId).max(quizLimits.choices) }),
  z.strictObject({ kind: z.literal('matching'), pairs: z.record(localId, localId).describe('left id → right id; what is not matched yet is left out') }),
  z.strictObject({ kind: z.literal('ordering'), items: z.array(localId).max(quizLimits.choices).describe('All items, from first to last') }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(quizLimits.textAnswer) }),
  z.strictObject({ kind: z.literal('number'), value: typedNumber }),
]);
export type Answer = z.output<typeof answer>;
/** Answers by question id. Null takes an answer back. */
export const answers = z.record(localId, answer.nullable()).refine((all) => Object.keys(all).length <= quizLimits.questions, 'More answers than a quiz has questions');
