import { course as courses } from '@unityplan/contracts';
import { normalisedText } from '../content/answer-text.ts';
import type { OpenQuiz, QuestionKey } from '../content/course-content.ts';

type Answer = courses.Answer;

/** How one question was answered. */
export interface Mark {
  readonly questionId: string;
  readonly mark: 'right' | 'partly' | 'wrong' | 'unanswered';
  readonly points: number;
  readonly outOf: number;
}

/** What an attempt came to, in all and for each question. */
export interface Score {
  readonly points: number;
  readonly outOf: number;
  readonly percent: number;
  readonly passed: boolean;
  readonly marks: readonly Mark[];
}

/**
 * Marks a whole attempt. Several right choices, pairs and orders give part of the points for what is right, less what is wrong, never
 * below none. Percent is rounded down, so that whoever sees the pass mark has passed.
 */
export function scoreQuiz(quiz: Pick<OpenQuiz, 'questions' | 'passPercent'>, key: Readonly<Record<string, QuestionKey>>, answers: ReadonlyMap<string, Answer>): Score {
  let exact = 0;
  const marks = quiz.questions.map(({ id, points }): Mark => {
    const answer = answers.get(id);
    const share = answer === undefined || isBlank(answer) ? undefined : shareOf(key[id]!, answer);
    exact += points * (share ?? 0);
    return { questionId: id, outOf: points, points: rounded(points * (share ?? 0)), mark: share === undefined ? 'unanswered' : share === 1 ? 'right' : share === 0 ? 'wrong' : 'partly' };
  });
  const outOf = marks.reduce((sum, mark) => sum + mark.outOf, 0);
  const percent = Math.floor((exact / outOf) * 100 + 1e-9);
  return { points: rounded(exact), outOf, percent, passed: percent >= quiz.passPercent, marks };
}

function isBlank(answer: Answer): boolean {
  if (answer.kind === 'text') return answer.text.trim() === '';
  if (answer.kind === 'multiple') return answer.choices.length === 0;
  return answer.kind === 'matching' && Object.keys(answer.pairs).length === 0;
}

function shareOf(key: QuestionKey, answer: Answer): number {
  if (key.kind === 'single' && answer.kind === 'single') return Number(key.correct === answer.choice);
  if (key.kind === 'multiple' && answer.kind === 'multiple') {
    const right = answer.choices.filter((id) => key.correct.includes(id)).length;
    return Math.max(0, (right - (answer.choices.length - right)) / key.correct.length);
  }
  if (key.kind === 'matching' && answer.kind === 'matching') {
    const pairs = new Map(Object.entries(answer.pairs));
    const wanted = Object.entries(key.correct);
    return wanted.filter(([left, right]) => pairs.get(left) === right).length / wanted.length;
  }
  if (key.kind === 'ordering' && answer.kind === 'ordering') return key.correct.filter((id, i) => answer.items[i] === id).length / key.correct.length;
  if (key.kind === 'text' && answer.kind === 'text') {
    const given = normalisedText(answer.text);
    return Number([...(key.accepted.en ?? []), ...(key.accepted.da ?? [])].some((text) => normalisedText(text) === given));
  }
  if (key.kind === 'number' && answer.kind === 'number') return Number(isNear(courses.numberOf(answer.value), key.correct!, key.tolerance));
  return 0;
}

/** Decimal fractions are not exact in binary: 0.3 is within 0.1 of 0.2. */
function isNear(value: number, wanted: number, tolerance: number): boolean {
  return Math.abs(value - wanted) <= tolerance + Number.EPSILON * (Math.abs(value) + Math.abs(wanted));
}

/** Points are shown in hundredths; what is decided rests on the exact sum. */
function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
