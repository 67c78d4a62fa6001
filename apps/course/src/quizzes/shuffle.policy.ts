import { sha256 } from '../content/canonical.ts';
import type { OpenQuestion, OpenQuiz } from '../content/course-content.ts';

/** Deals by a seed: the same seed gives the same order, today and after a restart. */
function dealt<T extends { readonly id: string }>(items: readonly T[], seed: string): T[] {
  return items
    .map((item) => ({ item, place: sha256(`${seed}/${item.id}`) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ item }) => item);
}

/**
 * The questions of an attempt in the order its seed gives. What is to be put in order or matched is always shuffled: as the author
 * wrote it, it may be the answer.
 */
export function dealtQuestions(quiz: Pick<OpenQuiz, 'questions' | 'shuffle'>, seed: string): OpenQuestion[] {
  const questions = quiz.shuffle ? dealt(quiz.questions, seed) : [...quiz.questions];
  return questions.map((question): OpenQuestion => {
    const own = `${seed}/${question.id}`;
    if (question.kind === 'ordering') return { ...question, items: dealt(question.items, own) };
    if (question.kind === 'matching') return { ...question, right: dealt(question.right, own), ...(quiz.shuffle ? { left: dealt(question.left, own) } : {}) };
    if (quiz.shuffle && (question.kind === 'single' || question.kind === 'multiple')) return { ...question, choices: dealt(question.choices, own) };
    return question;
  });
}
