import type { course as courses } from '@unityplan/contracts';

/** A course of the histories: which lessons in which wording, and which answer of its quiz is right (null: no quiz). */
export interface Content {
  readonly lessons: readonly (readonly [id: 'a' | 'b' | 'c', wording: number])[];
  readonly quiz: 'x' | 'y' | null;
}
export interface ModelVersion { readonly versionId: string; readonly content: Content }
export interface ModelAttempt {
  readonly attemptId: string;
  readonly version: number;
  readonly run: number;
  readonly quiz: 'x' | 'y';
  answer: { readonly seq: number; readonly choice: 'x' | 'y' } | null;
  passed: boolean | null;
}

/** Everything a learner did, as a person with a notebook would keep it: nothing is ever crossed out. */
export class ModelLearner {
  state: 'none' | 'active' | 'left' = 'none';
  version = -1;
  run = 1;
  readonly visited = new Set<number>();
  readonly viewed = new Set<string>();
  readonly done = new Set<string>();
  readonly attempts: ModelAttempt[] = [];
  readonly completions = new Map<number, string>();

  passed(quiz: Content['quiz']): boolean {
    return this.attempts.some((one) => one.run === this.run && one.quiz === quiz && one.passed);
  }

  /** How far this is in a course of that content. */
  standing({ lessons, quiz }: Content): { done: string[]; passed: string[]; percent: number; complete: boolean } {
    const done = lessons.filter(([id, wording]) => this.done.has(`${this.run} ${id} ${wording}`)).map(([id]) => id as string);
    const passed = quiz !== null && this.passed(quiz);
    const reached = done.length + (passed ? 2 : 0);
    const asked = lessons.length + (quiz === null ? 0 : 2);
    return { done: passed ? [...done, 'z'] : done, passed: passed ? ['q'] : [], percent: Math.floor((100 * reached) / asked), complete: reached === asked };
  }

  openAttempt(quiz: Content['quiz']): ModelAttempt | undefined {
    return this.attempts.find((one) => one.run === this.run && one.quiz === quiz && one.passed === null);
  }
}

export class Model {
  revision = 1;
  draft: Content | null = null;
  current = -1;
  readonly versions: ModelVersion[] = [];
  readonly learners = [new ModelLearner(), new ModelLearner()] as const;
}

const both = (text: string) => ({ en: text });

export function documentOf({ lessons, quiz }: Content): courses.CourseDocument {
  const own = lessons.map(([id, wording]) => ({ id, title: both(id), minutes: 1, preview: false, blocks: [{ kind: 'text' as const, id: 't', markdown: both(`Text ${wording} of ${id}`) }] }));
  const question = { kind: 'single' as const, id: 'q1', prompt: both('Which?'), points: 1, choices: [{ id: 'x', text: both('X') }, { id: 'y', text: both('Y') }] };
  return {
    language: 'en', languages: ['en'], title: both('A course'), summary: both('About it'), outcomes: [], level: 'beginner', minutes: null, cover: null, prerequisites: null, gives: { badge: 'host', level: 1 },
    modules: [{ id: 'm', title: both('M'), lessons: quiz === null ? own : [...own, { id: 'z', title: both('Quiz'), minutes: 1, preview: false, blocks: [{ kind: 'quiz', id: 'q', quizId: 'q' }] }] }],
    quizzes: quiz === null ? [] : [{ id: 'q', title: both('Quiz'), passPercent: 100, attempts: null, minutesBetween: null, shuffle: true, required: true, questions: [{ ...question, correct: quiz }] }],
  };
}
