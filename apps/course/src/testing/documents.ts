import type { course as courses } from '@unityplan/contracts';

type Document = courses.CourseDocument;
type Lesson = courses.CourseLesson;
const both = (text: string) => ({ en: text, da: `${text} på dansk` });

/** A lesson of one text. */
export function lesson(id: string, text = `Text of ${id}`, rest: Partial<Lesson> = {}): Lesson {
  return { id, title: both(`Lesson ${id}`), minutes: 10, preview: false, blocks: [{ kind: 'text', id: 'text', markdown: both(text) }], ...rest };
}

export function quizLesson(id: string, quizId: string): Lesson {
  return { id, title: both(`Lesson ${id}`), minutes: 5, preview: false, blocks: [{ kind: 'quiz', id: 'quiz', quizId }] };
}

/** Words and numbers that stand nowhere but in answer keys: none may be seen before handing in. */
export const secrets = { accepted: 'zebrafinch', feedback: 'kingfisher', number: 48_151_623.42, tolerance: 0.108 };

/** A quiz with a question of each kind; `key` shifts what is right, so that equal questions have another key. */
export function quiz(id: string, rest: Partial<courses.QuizDraft> = {}): courses.QuizDraft {
  const options = (...ids: string[]) => ids.map((one) => ({ id: one, text: both(`Option ${one}`) }));
  const common = (question: string) => ({ id: question, prompt: both(`**Question** ${question}`), points: 1, feedback: both(secrets.feedback) });
  return {
    id, title: both(`Quiz ${id}`), intro: both('Take your time.'), passPercent: 75, attempts: null, minutesBetween: null, shuffle: true, required: true,
    questions: [
      { kind: 'single', ...common('q-single'), choices: options('a', 'b', 'c'), correct: 'b' },
      { kind: 'multiple', ...common('q-multiple'), choices: options('a', 'b', 'c', 'd'), correct: ['a', 'c'] },
      { kind: 'matching', ...common('q-matching'), left: options('l1', 'l2'), right: options('r1', 'r2', 'r3'), correct: { l1: 'r2', l2: 'r1' } },
      { kind: 'ordering', ...common('q-ordering'), items: options('i1', 'i2', 'i3'), correct: ['i2', 'i3', 'i1'] },
      { kind: 'text', ...common('q-text'), accepted: { en: [secrets.accepted], da: ['zebrafinke'] } },
      { kind: 'number', ...common('q-number'), correct: secrets.number, tolerance: secrets.tolerance, unit: both('pieces') },
    ],
    ...rest,
  };
}

export const rightAnswers: Record<string, courses.Answer> = {
  'q-single': { kind: 'single', choice: 'b' }, 'q-multiple': { kind: 'multiple', choices: ['c', 'a'] }, 'q-matching': { kind: 'matching', pairs: { l1: 'r2', l2: 'r1' } },
  'q-ordering': { kind: 'ordering', items: ['i2', 'i3', 'i1'] }, 'q-text': { kind: 'text', text: ' Zebrafinch. ' }, 'q-number': { kind: 'number', value: '48151623,5' },
};

/** A course of two lessons and a quiz. */
export function document(rest: Partial<Document> = {}): Document {
  return {
    language: 'en', languages: ['en', 'da'], title: both('Hosting well'), summary: both('How to host.'), outcomes: [both('You can host.')], level: 'beginner', minutes: null, cover: null,
    prerequisites: null, gives: { badge: 'host', level: 1 }, modules: [{ id: 'm1', title: both('Module one'), lessons: [lesson('one'), lesson('two')] }, { id: 'm2', title: both('Module two'), lessons: [quizLesson('three', 'final')] }],
    quizzes: [quiz('final')], ...rest,
  };
}
