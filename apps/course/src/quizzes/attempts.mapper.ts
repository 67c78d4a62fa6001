import type { course as courses, RouteAnswer } from '@unityplan/contracts';
import type { LocalisedText, OpenQuestion, OpenQuiz, QuestionKey } from '../content/course-content.ts';
import type { PublishedVersion } from '../versions/versions.views.ts';
import type { Attempt, AttemptRow } from './attempts.views.ts';
import type { Mark } from './scoring.policy.ts';
import { dealtQuestions } from './shuffle.policy.ts';

type Shown = Attempt['questions'][number];
type Result = NonNullable<Attempt['result']>;
type Solution = NonNullable<Result['questions'][number]['solution']>;
type Render = (prompt: LocalisedText, questionId: string) => LocalisedText;

/** The parts of an attempt that are known before it is handed in. */
export function toAttempt(row: AttemptRow, { course }: PublishedVersion, quiz: OpenQuiz, render: Render): Omit<Attempt, 'saved' | 'result'> {
  return {
    ...toAttemptSummary(row), courseId: row.course_id, versionId: row.version_id, quizId: row.quiz_id, title: quiz.title, language: course.language, passPercent: quiz.passPercent,
    questions: dealtQuestions(quiz, row.seed).map((question) => toQuestion(question, render)),
  };
}

type SummaryRow = Pick<AttemptRow, 'id' | 'number' | 'started_at' | 'submitted_at' | 'percent' | 'passed'>;
export function toAttemptSummary({ id, number, started_at, submitted_at, percent, passed }: SummaryRow): RouteAnswer<typeof courses.getQuiz>['recent'][number] {
  return { attemptId: id, number, state: submitted_at ? 'submitted' : 'open', startedAt: started_at.toISOString(), submittedAt: submitted_at?.toISOString() ?? null, percent, passed };
}

/** Field by field: what is not named here does not leave. */
function toQuestion(question: OpenQuestion, render: Render): Shown {
  const { id, points } = question;
  const common = { id, points, html: render(question.prompt, id) };
  const options = (list: readonly { id: string; text: LocalisedText }[]) => list.map((option) => ({ id: option.id, text: option.text }));
  switch (question.kind) {
    case 'single': return { kind: 'single', ...common, choices: options(question.choices) };
    case 'multiple': return { kind: 'multiple', ...common, choices: options(question.choices) };
    case 'matching': return { kind: 'matching', ...common, left: options(question.left), right: options(question.right) };
    case 'ordering': return { kind: 'ordering', ...common, items: options(question.items) };
    case 'text': return { kind: 'text', ...common };
    case 'number': return { kind: 'number', ...common, unit: question.unit ?? null };
  }
}

/** How a quiz that was handed in went. Feedback is for everyone; solutions only when `reveal`. */
export function toResult(row: AttemptRow, quiz: OpenQuiz, marks: readonly Mark[], key: Readonly<Record<string, QuestionKey>>, reveal: boolean): Result {
  const order = dealtQuestions(quiz, row.seed).map(({ id }) => id);
  const sorted = marks.toSorted((a, b) => order.indexOf(a.questionId) - order.indexOf(b.questionId));
  return {
    points: Number(row.points), outOf: row.out_of!, percent: row.percent!, passed: row.passed!,
    questions: sorted.map((mark) => ({ ...mark, feedback: key[mark.questionId]!.feedback ?? null, solution: reveal ? toSolution(key[mark.questionId]!) : null })),
  };
}

function toSolution(key: QuestionKey): Solution {
  switch (key.kind) {
    case 'single': return { kind: 'single', choice: key.correct! };
    case 'multiple': return { kind: 'multiple', choices: key.correct };
    case 'matching': return { kind: 'matching', pairs: key.correct };
    case 'ordering': return { kind: 'ordering', items: key.correct };
    case 'text': return { kind: 'text', accepted: key.accepted };
    case 'number': return { kind: 'number', value: key.correct!, tolerance: key.tolerance };
  }
}
