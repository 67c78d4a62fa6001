import { z } from 'zod';
import { accessVerdict } from '../badge/verdict.ts';
import { fileVariant } from '../files/models.ts';
import { badgeKey, badgeLevel, gate } from '../kernel/gates.ts';
import { id, instant, person, uiLanguage } from '../kernel/shapes.ts';
import { courseLevel } from './document.ts';
import { answer } from './quiz.ts';
import { localId, localisedText } from './texts.ts';

/** The author of courses that come with the platform: the territory itself. */
export const territoryAuthorId = '00000000-0000-7000-8000-000000000000';

/** A picture that can be shown; null where it stands when its file is gone. */
export const picture = z.object({ fileId: id, width: z.int(), height: z.int(), sizes: z.array(fileVariant), urlsExpireAt: instant.nullable().describe('Ask again before; null when the addresses stay') });
export type Picture = z.output<typeof picture>;
const counts = { lessonCount: z.int(), quizCount: z.int() };

export const enrolmentState = z.enum(['active', 'left']);
/** How far a learner is. `percent` counts lessons done and required quizzes passed in the version the learner is in. */
export const progress = z.object({
  percent: z.int().min(0).max(100), viewed: z.array(localId).describe('Lessons looked at'), done: z.array(localId).describe('Lessons done'), passed: z.array(localId).describe('Quizzes passed'),
  resume: z.object({ lessonId: localId, blockId: localId.nullable() }).nullable().describe('Where to go on: the last lesson and block on screen'),
});
export type Resume = NonNullable<z.output<typeof progress>['resume']>;
export const completion = z.object({ completionId: id, completedAt: instant, versionId: id, run: z.int() });
const versionLink = z.object({ versionId: id, number: z.int(), publishedAt: instant });

/** How two versions differ, by id. What is `changed` has another text, picture, question or key: progress in it begins anew. */
export const difference = z.object({
  lessonsAdded: z.array(localId), lessonsChanged: z.array(localId), lessonsRemoved: z.array(localId), quizzesAdded: z.array(localId), quizzesChanged: z.array(localId), quizzesRemoved: z.array(localId),
  about: z.boolean().describe('Title, summary, outcomes, level, cover, prerequisites, badge or the rules of a quiz differ'), order: z.boolean().describe('Modules and lessons are called, timed or ordered otherwise'),
});
/** A learner in a course. `run` counts from 1; each renewal is another run with progress of its own. */
export const enrolment = z.object({
  courseId: id, state: enrolmentState, run: z.int(), enrolledAt: instant, version: versionLink, progress,
  newer: versionLink.extend({ note: z.string().nullable(), difference }).nullable().describe('The newest version, when the learner is in an older one; going there is a choice'),
  earlier: z.array(versionLink).describe('Versions the learner was in before and can go back to'),
  completion: completion.nullable().describe('Of this run'), completions: z.int().describe('Over all runs'),
  renewable: z.boolean().describe('Taking the course again now gives the badge anew'),
});

export const courseSummary = z.object({
  courseId: id, slug: z.string(), title: localisedText, summary: localisedText, language: uiLanguage, languages: z.array(uiLanguage), level: courseLevel, minutes: z.int(), ...counts,
  cover: picture.nullable(), gives: z.object({ badge: badgeKey, level: badgeLevel }).nullable(), prerequisites: gate.nullable(),
  author: person.nullable().describe('Null: the territory itself'), versionNumber: z.int(), publishedAt: instant, archived: z.boolean(),
});
/** What stands between the caller and a course. Null for guests, and while badges cannot be looked up. */
export const standing = z.object({ mayEnrol: z.boolean(), access: accessVerdict.nullable().describe('Of the prerequisites; null when there are none'), enrolled: z.enum(['active', 'left']).nullable(), percent: z.int().nullable(), completed: z.boolean() });
export const catalogueItem = courseSummary.extend({ mine: standing.nullable() });

export const outlineLesson = z.object({ lessonId: localId, title: localisedText, minutes: z.int(), preview: z.boolean(), quizIds: z.array(localId) });
export const outlineModule = z.object({ moduleId: localId, title: localisedText, lessons: z.array(outlineLesson) });
export const outlineQuiz = z.object({ quizId: localId, title: localisedText, questionCount: z.int(), passPercent: z.int(), attempts: z.int().nullable(), required: z.boolean() });
/** The page of a course: for a learner, of the version the learner is in; for others, of the newest. */
export const coursePage = courseSummary.extend({
  versionId: id, outcomes: z.array(localisedText), modules: z.array(outlineModule), quizzes: z.array(outlineQuiz),
  mine: standing.extend({ enrolment: enrolment.nullable(), mayEdit: z.boolean(), mayArchive: z.boolean() }).nullable().describe('Null for guests'),
});

/** One piece of a lesson as it is read. `html` is sanitised. */
export const shownBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), id: localId, html: localisedText }),
  z.object({ kind: z.literal('image'), id: localId, picture: picture.nullable(), alt: localisedText, caption: localisedText.nullable() }),
  z.object({ kind: z.literal('quiz'), id: localId, quiz: outlineQuiz }),
]);
export const lesson = z.object({
  courseId: id, versionId: id, lessonId: localId, moduleId: localId, title: localisedText, language: uiLanguage, minutes: z.int(), preview: z.boolean(), blocks: z.array(shownBlock),
  previous: localId.nullable(), next: localId.nullable(), viewed: z.boolean(), done: z.boolean(),
});

const option = z.object({ id: localId, text: localisedText });
const question = { id: localId, html: localisedText.describe('The question, sanitised'), points: z.int() };
/** A question as a learner sees it before handing in: there is nothing in it that tells the answer. */
export const shownQuestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), ...question, choices: z.array(option) }),
  z.object({ kind: z.literal('multiple'), ...question, choices: z.array(option) }),
  z.object({ kind: z.literal('matching'), ...question, left: z.array(option), right: z.array(option) }),
  z.object({ kind: z.literal('ordering'), ...question, items: z.array(option) }),
  z.object({ kind: z.literal('text'), ...question }),
  z.object({ kind: z.literal('number'), ...question, unit: localisedText.nullable() }),
]);
/** The right answer, told when the quiz is passed or no attempt is left. A text has several. */
export const solution = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), choice: localId }), z.object({ kind: z.literal('multiple'), choices: z.array(localId) }),
  z.object({ kind: z.literal('matching'), pairs: z.record(localId, localId) }), z.object({ kind: z.literal('ordering'), items: z.array(localId) }),
  z.object({ kind: z.literal('text'), accepted: z.object({ en: z.array(z.string()).optional(), da: z.array(z.string()).optional() }) }),
  z.object({ kind: z.literal('number'), value: z.number(), tolerance: z.number() }),
]);
export const marked = z.object({ questionId: localId, mark: z.enum(['right', 'partly', 'wrong', 'unanswered']), points: z.number(), outOf: z.int(), feedback: localisedText.nullable(), solution: solution.nullable() });
export const result = z.object({ points: z.number(), outOf: z.int(), percent: z.int(), passed: z.boolean(), questions: z.array(marked) });
export const attemptState = z.enum(['open', 'submitted']);
export const attemptSummary = z.object({ attemptId: id, number: z.int(), state: attemptState, startedAt: instant, submittedAt: instant.nullable(), percent: z.int().nullable(), passed: z.boolean().nullable() });
export const savedAnswers = z.object({ seq: z.int().describe('The highest sequence number seen; the next save uses a higher one'), answers: z.record(localId, answer) });
export const attempt = attemptSummary.extend({
  courseId: id, versionId: id, quizId: localId, title: localisedText, language: uiLanguage, passPercent: z.int(), questions: z.array(shownQuestion), saved: savedAnswers, result: result.nullable().describe('After handing in'),
});
/** A quiz before and between attempts. */
export const quizOverview = outlineQuiz.extend({
  courseId: id, versionId: id, intro: localisedText.nullable(), language: uiLanguage, points: z.int(), passed: z.boolean(), attemptsLeft: z.int().nullable().describe('Null: as many as one likes'),
  mayStartAt: instant.nullable().describe('When the next attempt may begin; null: now, or never'), minutesBetween: z.int().nullable(), open: id.nullable().describe('The attempt that is begun and not handed in'),
  recent: z.array(attemptSummary).max(20).describe('Newest first'),
});
