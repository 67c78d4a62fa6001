import type { course as courses } from '@unityplan/contracts';

export type LocalisedText = courses.LocalisedText;
type Question = courses.QuestionDraft;
/** A question without anything that tells its answer. */
export type OpenQuestion = Question extends infer Q ? (Q extends Question ? Omit<Q, 'correct' | 'accepted' | 'tolerance' | 'feedback'> : never) : never;
/** What was taken out of a question. */
export type QuestionKey = Question extends infer Q ? (Q extends Question ? Pick<Q, Extract<keyof Q, 'kind' | 'correct' | 'accepted' | 'tolerance' | 'feedback'>> : never) : never;
export type OpenQuiz = Omit<courses.QuizDraft, 'questions'> & { readonly questions: readonly OpenQuestion[] };
/** A course as its manifest holds it: everything but the answer key. */
export type OpenCourse = Omit<courses.CourseDocument, 'quizzes'> & { readonly quizzes: readonly OpenQuiz[] };
/** Keys of questions, by quiz and question id. */
export type AnswerKey = Readonly<Record<string, Readonly<Record<string, QuestionKey>>>>;

const keyFields = ['correct', 'accepted', 'tolerance', 'feedback'] as const;

/** Parts a course into what may be shown and what may not. Texts that are empty are left out, so that equal content is equal. */
export function splitKey(document: courses.CourseDocument): { open: OpenCourse; key: AnswerKey } {
  const course = withoutBlanks(document);
  const key = Object.fromEntries(course.quizzes.map((quiz) => [quiz.id, Object.fromEntries(quiz.questions.map((question) => [question.id, keyOf(question)]))]));
  return { open: { ...course, quizzes: course.quizzes.map((quiz) => ({ ...quiz, questions: quiz.questions.map(opened) })) }, key };
}

/** The whole course again. */
export function joinKey(open: OpenCourse, key: AnswerKey): courses.CourseDocument {
  const quizzes = open.quizzes.map((quiz) => ({ ...quiz, questions: quiz.questions.map((question) => ({ ...question, ...key[quiz.id]![question.id]! }) as Question) }));
  return { ...open, quizzes };
}

function opened(question: Question): OpenQuestion {
  return Object.fromEntries(Object.entries(question).filter(([field]) => !(keyFields as readonly string[]).includes(field))) as unknown as OpenQuestion;
}

function keyOf(question: Question): QuestionKey {
  return Object.fromEntries(Object.entries(question).filter(([field]) => field === 'kind' || (keyFields as readonly string[]).includes(field))) as unknown as QuestionKey;
}

const languages = ['en', 'da'];
const optionalTexts = ['caption', 'feedback', 'intro', 'unit'];

/** An empty text is no text, and one in no language is left out where it may be; nothing else changes. */
function withoutBlanks<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutBlanks) as T;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([field, one]) => [field, withoutBlanks(one as unknown)] as const);
  return Object.fromEntries(fields.filter(([field, one]) => !(one === undefined || (one === '' && languages.includes(field)) || (optionalTexts.includes(field) && isEmpty(one))))) as T;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** All lessons in the order of the course, with the module each is in. */
export function lessonsOf(course: Pick<OpenCourse, 'modules'>): { moduleId: string; lesson: courses.CourseLesson }[] {
  return course.modules.flatMap((module) => module.lessons.map((lesson) => ({ moduleId: module.id, lesson })));
}

/** The quizzes a lesson shows. */
export function quizIdsOf(lesson: courses.CourseLesson): string[] {
  return [...new Set(lesson.blocks.flatMap((block) => (block.kind === 'quiz' ? [block.quizId] : [])))];
}

/** Every file a course shows, by what it is for. */
export function filesOf(course: Pick<OpenCourse, 'modules' | 'cover'>): { cover: string[]; media: string[] } {
  const media = lessonsOf(course).flatMap(({ lesson }) => lesson.blocks.flatMap((block) => (block.kind === 'image' ? [block.fileId] : [])));
  return { cover: course.cover === null ? [] : [course.cover], media: [...new Set(media)] };
}

/** How long a course takes, as its author says or as its lessons add up. */
export function minutesOf(course: Pick<OpenCourse, 'modules' | 'minutes'>): number {
  return course.minutes ?? Math.max(1, lessonsOf(course).reduce((sum, { lesson }) => sum + lesson.minutes, 0));
}
