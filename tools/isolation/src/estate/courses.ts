import { badge, course as courses } from '@unityplan/contracts';
import type { z } from 'zod';
import { canary } from '../canaries.ts';
import type { Caller, Person } from './caller.ts';

type Document = z.input<typeof courses.courseDocument>;
/** Ids inside every course document. */
export const inCourse = { lessonId: 'one', blockId: 'text', quizId: 'final', question: 'q', right: 'b', wrong: 'a' } as const;

type Say = () => { en: string };
/** A course of one lesson and a quiz: `open` says what is for everyone, `own` what is for who is in it. */
export function document({ open, own, cover = null }: { open: Say; own: Say; cover?: string | null }): Document {
  const blocks = [{ kind: 'text' as const, id: inCourse.blockId, markdown: own() }, { kind: 'quiz' as const, id: 'quiz', quizId: inCourse.quizId }];
  return {
    language: 'en', languages: ['en'], title: open(), summary: open(), outcomes: [open()], level: 'beginner', minutes: null, cover, prerequisites: null, gives: null,
    modules: [{ id: 'm', title: open(), lessons: [{ id: inCourse.lessonId, title: open(), minutes: 5, preview: false, blocks }] }],
    quizzes: [{
      id: inCourse.quizId, title: open(), intro: own(), passPercent: 50,
      questions: [{ kind: 'single', id: inCourse.question, prompt: own(), feedback: own(), choices: [{ id: 'a', text: own() }, { id: 'b', text: own() }], correct: inCourse.right }],
    }],
  };
}

/** A published course in two versions with a learner in the first, one that is a draft, and badges. */
export async function teach({ call }: Caller, people: { manager: Person; author: Person; reader: Person }, cover: string) {
  const { manager, author, reader } = people;
  const { territory } = manager;
  const [open, own] = [() => canary(territory, 'open'), () => canary(territory, 'own')];
  const texts = () => ({ en: `Badge ${open()}`, da: `Badge ${open()}` });
  const defined = await call(badge.defineBadge, {
    as: manager,
    body: { badge: `gardener-${territory.toLowerCase()}`, state: 'active', name: texts(), about: texts(), criteria: texts(), icon: 'leaf', colour: 'teal', validDays: null, renewFromDays: 0, prerequisites: null, byHand: true },
  });
  const award = (memberId: string) => call(badge.createAward, { as: manager, params: { badge: defined.badge }, body: { memberId, reason: `Planted ${own()}` } });
  const { awardId } = await award(author.memberId);
  const { awardId: revocableId } = await award(reader.memberId);

  const slug = `garden-${territory.toLowerCase()}`;
  const inside = (): { en: string } => ({ en: `Inside ${own()}` });
  const first = document({ open: () => ({ en: `Course ${open()}` }), own: inside, cover });
  const { courseId, versionId } = await call(courses.importCourse, { as: manager, body: { slug, document: first } });
  await call(courses.enrol, { as: author, params: { courseId } });
  await call(courses.savePosition, { as: author, params: { courseId }, body: { lessonId: inCourse.lessonId, blockId: inCourse.blockId } });
  const { attemptId } = await call(courses.startAttempt, { as: author, params: { courseId, quizId: inCourse.quizId } });
  await call(courses.saveAnswers, { as: author, params: { attemptId }, body: { seq: 1, answers: { [inCourse.question]: { kind: 'single', choice: inCourse.wrong } } } });
  const second = { ...first, summary: { en: `Course ${open()}` } };
  const { versionId: newVersionId } = await call(courses.importCourse, { as: manager, body: { slug, document: second, note: `Note ${own()}` } });

  const begun = await call(courses.createCourse, { as: manager, body: { title: { en: `Draft ${own()}` }, language: 'en' } });
  const hidden = document({ open: inside, own: inside });
  const { revision } = await call(courses.saveDraft, { as: manager, params: { courseId: begun.courseId }, body: { revision: begun.revision, document: hidden } });
  return { badgeKey: defined.badge, badgeVersion: defined.version, awardId, revocableId, courseId, slug, versionId, newVersionId, attemptId, draftId: begun.courseId, draftRevision: revision };
}
