import type { MarkedQuestion, Question } from '../api/types.ts';

type Solution = NonNullable<MarkedQuestion['solution']>;
type Say = (text: { en?: string | undefined; da?: string | undefined } | undefined) => string;

/** The right answer in words, line by line; empty when it is not told. */
export function solutionLines(question: Question, solution: Solution | null, say: Say, language: string): string[] {
  if (!solution || solution.kind !== question.kind) return [];
  const nameIn = (list: readonly { id: string; text: Parameters<Say>[0] }[], id: string) => say(list.find((item) => item.id === id)?.text);
  switch (solution.kind) {
    case 'single': return question.kind === 'single' ? [nameIn(question.choices, solution.choice)] : [];
    case 'multiple': return question.kind === 'multiple' ? solution.choices.map((id) => nameIn(question.choices, id)) : [];
    case 'matching': return question.kind === 'matching' ? question.left.map(({ id, text }) => `${say(text)} → ${nameIn(question.right, solution.pairs[id] ?? '')}`) : [];
    case 'ordering': return question.kind === 'ordering' ? solution.items.map((id, index) => `${index + 1}. ${nameIn(question.items, id)}`) : [];
    case 'text': return [(language === 'da' ? solution.accepted.da : solution.accepted.en)?.[0] ?? solution.accepted.en?.[0] ?? solution.accepted.da?.[0] ?? ''];
    case 'number': {
      const number = new Intl.NumberFormat(language, { maximumFractionDigits: 10 });
      const unit = question.kind === 'number' && question.unit ? ` ${say(question.unit)}` : '';
      return [`${number.format(solution.value)}${solution.tolerance > 0 ? ` ± ${number.format(solution.tolerance)}` : ''}${unit}`];
    }
  }
}

/** What was answered, in the same words. */
export function answerLines(question: Question, answer: { kind: string } | undefined, say: Say, language: string): string[] {
  if (!answer || answer.kind !== question.kind) return [];
  const given = answer as Record<string, unknown>;
  if (answer.kind === 'text') return [String(given['text'])];
  if (answer.kind === 'number') return [`${String(given['value'])}${question.kind === 'number' && question.unit ? ` ${say(question.unit)}` : ''}`];
  return solutionLines(question, answer as Solution, say, language).filter(Boolean);
}
