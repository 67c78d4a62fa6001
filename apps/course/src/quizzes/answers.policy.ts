import type { course as courses, FieldFault } from '@unityplan/contracts';
import type { OpenQuestion, OpenQuiz } from '../content/course-content.ts';

type Answer = courses.Answer;
type Answers = Readonly<Record<string, Answer | null>>;
interface Option { readonly id: string }

/** What answers do not belong to their questions: unknown questions, other kinds, choices that are not offered, or one twice. Paths are of the request. */
export function answerFaults(quiz: Pick<OpenQuiz, 'questions'>, answers: Answers): FieldFault[] {
  const questions = new Map(quiz.questions.map((question) => [question.id, question]));
  return Object.entries(answers).flatMap(([id, answer]) => {
    const question = questions.get(id);
    const path = `body.answers.${id}`;
    if (!question) return [{ path, message: 'The quiz has no such question' }];
    if (answer === null) return [];
    if (answer.kind !== question.kind) return [{ path: `${path}.kind`, message: `This question takes an answer of the kind ${question.kind}` }];
    return faultsOf(question, answer).map(([field, message]) => ({ path: `${path}.${field}`, message }));
  });
}

type Found = [field: string, message: string][];

function faultsOf(question: OpenQuestion, answer: Answer): Found {
  if (question.kind === 'single' && answer.kind === 'single') return offered('choice', question.choices, [answer.choice], true);
  if (question.kind === 'multiple' && answer.kind === 'multiple') return offered('choices', question.choices, answer.choices);
  if (question.kind === 'ordering' && answer.kind === 'ordering')
    return answer.items.length === question.items.length ? offered('items', question.items, answer.items) : [['items', `Put all ${question.items.length} items in order`]];
  if (question.kind === 'matching' && answer.kind === 'matching')
    return Object.entries(answer.pairs).flatMap(([left, right]): Found => {
      if (!question.left.some(({ id }) => id === left)) return [[`pairs.${left}`, 'There is nothing of this name to match']];
      return offered(`pairs.${left}`, question.right, [right], true);
    });
  return [];
}

function offered(field: string, options: readonly Option[], chosen: readonly string[], alone = false): Found {
  return chosen.flatMap((id, i): Found => {
    const path = alone ? field : `${field}.${i}`;
    if (!options.some((option) => option.id === id)) return [[path, 'This is not among what is offered']];
    return chosen.indexOf(id) < i ? [[path, 'This is chosen twice']] : [];
  });
}
