import type { AnswerOf, InputOf } from '@unityplan/sdk';
import type { LocalisedText } from '../../../shared/lib/localised.ts';

export type CourseDraft = AnswerOf<'getDraft'>;
export type DraftCheck = AnswerOf<'checkDraft'>;

/** A whole course as it is edited and saved. */
export type CourseDocument = InputOf<'saveDraft'>['body']['document'];
export type ModuleDraft = CourseDocument['modules'][number];
export type LessonDraft = ModuleDraft['lessons'][number];
export type BlockDraft = LessonDraft['blocks'][number];
export type QuizDraft = CourseDocument['quizzes'][number];
export type QuestionDraft = QuizDraft['questions'][number];
export type QuestionKind = QuestionDraft['kind'];
export type ChoiceDraft = Extract<QuestionDraft, { kind: 'single' }>['choices'][number];
export type Change = (document: CourseDocument) => CourseDocument;

/** Short ids made once: progress of learners hangs on them, so they never change. */
export function newId(prefix: string): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return `${prefix}-${[...crypto.getRandomValues(new Uint8Array(6))].map((byte) => letters[byte % letters.length]).join('')}`;
}

const replace = <T extends { id: string }>(list: readonly T[], id: string, change: (item: T) => T): T[] => list.map((item) => (item.id === id ? change(item) : item));

/** Changes one module. */
export const changeModule = (id: string, change: (module: ModuleDraft) => ModuleDraft): Change => (document) => ({ ...document, modules: replace(document.modules, id, change) });
/** Changes one lesson, wherever it stands. */
export const changeLesson = (id: string, change: (lesson: LessonDraft) => LessonDraft): Change => (document) => ({ ...document, modules: document.modules.map((module) => ({ ...module, lessons: replace(module.lessons, id, change) })) });
/** Changes one block of a lesson. */
export const changeBlock = (lessonId: string, id: string, change: (block: BlockDraft) => BlockDraft): Change => changeLesson(lessonId, (lesson) => ({ ...lesson, blocks: replace(lesson.blocks, id, change) }));
/** Changes one quiz. */
export const changeQuiz = (id: string, change: (quiz: QuizDraft) => QuizDraft): Change => (document) => ({ ...document, quizzes: replace(document.quizzes, id, change) });
/** Changes one question of a quiz. */
export const changeQuestion = (quizId: string, id: string, change: (question: QuestionDraft) => QuestionDraft): Change => changeQuiz(quizId, (quiz) => ({ ...quiz, questions: replace(quiz.questions, id, change) }));

/** Takes a lesson out of its module and puts it at the end of another. */
export function moveLessonTo(lessonId: string, moduleId: string): Change {
  return (document) => {
    const lesson = lessonOf(document, lessonId);
    if (!lesson) return document;
    return { ...document, modules: document.modules.map((module) => {
      const others = module.lessons.filter((each) => each.id !== lessonId);
      return { ...module, lessons: module.id === moduleId ? [...others, lesson] : others };
    }) };
  };
}

/** Puts a lesson that was taken out back into its place. What was done to the others meanwhile stays. */
export function putLessonBack(lesson: LessonDraft, moduleId: string, index: number): Change {
  return (document) => {
    // It may be back already (a restored draft), and its module may be gone.
    const home = document.modules.find(({ id }) => id === moduleId) ?? document.modules.at(-1);
    if (!home || lessonOf(document, lesson.id)) return document;
    return changeModule(home.id, (module) => ({ ...module, lessons: module.lessons.toSpliced(index, 0, lesson) }))(document);
  };
}

/** Takes a quiz out of the course, and out of the lessons that show it. */
export function removeQuiz(quizId: string): Change {
  return (document) => ({
    ...document,
    quizzes: document.quizzes.filter((quiz) => quiz.id !== quizId),
    modules: document.modules.map((module) => ({ ...module, lessons: module.lessons.map((lesson) => ({ ...lesson, blocks: lesson.blocks.filter((block) => block.kind !== 'quiz' || block.quizId !== quizId) })) })),
  });
}

export function lessonOf(document: CourseDocument, lessonId: string): LessonDraft | undefined {
  return document.modules.flatMap((module) => module.lessons).find((lesson) => lesson.id === lessonId);
}

/** A title for lists: in the main language, else any, else a stand-in. */
export function titleOf(text: LocalisedText, main: string, without: string): string {
  return (main === 'da' ? text.da || text.en : text.en || text.da) || without;
}

export const newLesson = (): LessonDraft => ({ id: newId('l'), title: {}, minutes: 5, preview: false, blocks: [{ kind: 'text', id: newId('t'), markdown: {} }] });
export const newModule = (): ModuleDraft => ({ id: newId('m'), title: {}, lessons: [] });
export const newQuiz = (): QuizDraft => ({ id: newId('z'), title: {}, passPercent: 80, attempts: null, minutesBetween: null, shuffle: true, required: true, questions: [] });
const newChoice = (): ChoiceDraft => ({ id: newId('c'), text: {} });

/** An empty question of a kind, with as many lines as it needs at least. */
export function newQuestion(kind: QuestionKind): QuestionDraft {
  const common = { id: newId('q'), prompt: {}, points: 1 };
  switch (kind) {
    case 'single': return { ...common, kind, choices: [newChoice(), newChoice()], correct: null };
    case 'multiple': return { ...common, kind, choices: [newChoice(), newChoice(), newChoice()], correct: [] };
    case 'matching': return { ...common, kind, left: [newChoice(), newChoice()], right: [newChoice(), newChoice()], correct: {} };
    case 'ordering': {
      const items = [newChoice(), newChoice(), newChoice()];
      return { ...common, kind, items, correct: items.map(({ id }) => id) };
    }
    case 'text': return { ...common, kind, accepted: {} };
    case 'number': return { ...common, kind, correct: null, tolerance: 0 };
  }
}
export { newChoice };
