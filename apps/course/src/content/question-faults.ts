import type { course as courses } from '@unityplan/contracts';
import { normalisedText } from './answer-text.ts';
import { say, type Fault } from './fault-texts.ts';

type Question = courses.QuestionDraft;
type Option = { readonly id: string };

/** What keeps a question from being marked. `path` is where the question stands. */
export function keyFaults(question: Question, path: string): Fault[] {
  const fault = (field: string, message: Fault['message']): Fault => ({ path: `${path}.${field}`, message });
  const few = (field: string, options: readonly Option[], least = 2): Fault[] => (options.length < least ? [fault(field, say.fewChoices)] : []);
  switch (question.kind) {
    case 'single': return [...few('choices', question.choices), ...(question.correct === null ? [fault('correct', say.noCorrect)] : among(question.choices, [question.correct]).map((message) => fault('correct', message)))];
    case 'multiple': return [...few('choices', question.choices), ...(question.correct.length === 0 ? [fault('correct', say.noCorrect)] : among(question.choices, question.correct).map((message) => fault('correct', message)))];
    case 'matching': return [...few('left', question.left), ...few('right', question.right), ...pairFaults(question, fault)];
    case 'ordering': return [...few('items', question.items), ...(isPermutation(question.items, question.correct) ? [] : [fault('correct', say.orderIncomplete)])];
    case 'text': return [...(question.accepted.en ?? []), ...(question.accepted.da ?? [])].some((text) => normalisedText(text) !== '') ? [] : [fault('accepted', say.noAccepted)];
    case 'number': return question.correct === null ? [fault('correct', say.noAccepted)] : [];
  }
}

function among(options: readonly Option[], correct: readonly string[]): Fault['message'][] {
  if (correct.some((id) => !options.some((option) => option.id === id))) return [say.correctUnknown];
  return new Set(correct).size < correct.length ? [say.correctTwice] : [];
}

function pairFaults(question: Extract<Question, { kind: 'matching' }>, fault: (field: string, message: Fault['message']) => Fault): Fault[] {
  const pairs = new Map(Object.entries(question.correct));
  const missing = question.left.flatMap(({ id }, i) => (question.right.some((right) => right.id === pairs.get(id)) ? [] : [fault(`left.${i}`, say.pairMissing)]));
  return [...pairs.keys()].some((id) => !question.left.some((left) => left.id === id)) ? [...missing, fault('correct', say.correctUnknown)] : missing;
}

function isPermutation(items: readonly Option[], order: readonly string[]): boolean {
  return items.length === order.length && new Set(order).size === order.length && items.every(({ id }) => order.includes(id));
}
