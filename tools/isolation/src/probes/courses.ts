import { document, inCourse } from '../estate/courses.ts';
import type { Estate } from '../estate/estate.ts';
import { open, own, probe, type Ask, type Probes } from './probe.ts';

const { lessonId, blockId, quizId, question, right } = inCourse;
const course = ({ courses }: Estate): Ask => ({ params: { courseId: courses.courseId } });
const lesson = ({ courses }: Estate): Ask => ({ params: { courseId: courses.courseId, lessonId } });
const quiz = ({ courses }: Estate): Ask => ({ params: { courseId: courses.courseId, quizId } });
const attempt = ({ courses }: Estate): Ask => ({ params: { attemptId: courses.attemptId } });
const draft = ({ courses }: Estate): Ask => ({ params: { courseId: courses.draftId } });
const plain = document({ open: () => ({ en: 'Another course' }), own: () => ({ en: 'Another text' }) });
const answers = { [question]: { kind: 'single', choice: right } };

export const courseReads: Probes = {
  listCourses: probe('guest', undefined, open),
  getCourse: probe('guest', ({ courses }) => ({ params: { course: courses.slug } }), open),
  listEnrolments: probe('author', undefined, open),
  getLesson: probe('author', lesson, own),
  getQuiz: probe('author', quiz, own),
  getAttempt: probe('author', attempt, own),
  listAuthoredCourses: probe('manager', undefined, own),
  getDraft: probe('manager', draft, own),
  previewLesson: probe('manager', ({ courses }) => ({ params: { courseId: courses.draftId, lessonId } }), own),
  checkDraft: probe('manager', draft),
  listDraftRevisions: probe('manager', draft, open),
  getDraftRevision: probe('manager', ({ courses }) => ({ params: { courseId: courses.draftId, revision: courses.draftRevision } }), own),
  listVersions: probe('manager', course, own),
  getVersion: probe('manager', ({ courses }) => ({ params: { courseId: courses.courseId, versionId: courses.versionId } }), own),
};

export const courseWrites: Probes = {
  enrol: probe('reader', course),
  savePosition: probe('author', (of) => ({ ...course(of), body: { lessonId, blockId } })),
  finishLesson: probe('author', lesson),
  startAttempt: probe('reader', quiz, own),
  saveAnswers: probe('author', (of) => ({ ...attempt(of), body: { seq: 2, answers } })),
  submitAttempt: probe('author', (of) => ({ ...attempt(of), body: { seq: 3, answers } }), own),
  moveToVersion: probe('author', (of) => ({ ...course(of), body: { versionId: of.courses.newVersionId } })),
  renewCourse: probe('author', course, { gives: 409 }),
  leaveCourse: probe('reader', course),
  createCourse: probe('manager', () => ({ body: { title: { en: 'Another course' }, language: 'en' } })),
  importCourse: probe('manager', ({ courses }) => ({ body: { slug: courses.slug, document: plain } })),
  saveDraft: probe('manager', (of) => ({ ...draft(of), body: { revision: of.courses.draftRevision, document: plain } })),
  restoreDraft: probe('manager', (of) => ({ ...draft(of), body: { revision: of.courses.draftRevision + 1, from: { revision: of.courses.draftRevision } } }), own),
  publishCourse: probe('manager', (of) => ({ ...draft(of), body: { revision: of.courses.draftRevision + 2 } })),
  archiveCourse: probe('manager', draft),
  unarchiveCourse: probe('manager', draft),
};
