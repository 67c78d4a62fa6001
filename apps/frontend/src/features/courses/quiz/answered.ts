import type { Answer, Question } from '../api/types.ts';

/** A number as people type it: one decimal comma or point. The light side of the contract's rule. */
export function isTypedNumber(text: string): boolean {
  return /^[+\-−]?(\d{1,15}([.,]\d{0,10})?|[.,]\d{1,10})$/.test(text.trim());
}

/** Whether an answer says anything about its question: all of a matching, at least one choice, some text. */
export function isAnswered(question: Question, answer: Answer | undefined): boolean {
  if (!answer || answer.kind !== question.kind) return false;
  switch (answer.kind) {
    case 'single': return true;
    case 'multiple': return answer.choices.length > 0;
    case 'matching': return question.kind === 'matching' && question.left.every(({ id }) => id in answer.pairs);
    case 'ordering': return true;
    case 'text': return answer.text.trim() !== '';
    case 'number': return isTypedNumber(answer.value);
  }
}
