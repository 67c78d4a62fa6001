import { z } from 'zod';
import { badgeKey, badgeLevel, gate } from '../kernel/gates.ts';
import { id, uiLanguage, writtenText } from '../kernel/shapes.ts';
import { quizDraft } from './quiz.ts';
import { duplicatesIn, localised, localId } from './texts.ts';

export const courseLevel = z.enum(['beginner', 'intermediate', 'advanced']);
/** Most of everything in a course: far above what people learn from, low enough for one save and one page. */
export const courseLimits = { modules: 30, lessonsPerModule: 40, blocksPerLesson: 60, quizzes: 30, outcomes: 12, markdown: 30_000, bytes: 1024 * 1024 } as const;
/** Address of a course, unique in its territory; it never changes. */
export const courseSlug = z.string().max(80).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters a–z and digits joined by hyphens');

/** One piece of a lesson. */
export const lessonBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), id: localId, markdown: localised(courseLimits.markdown) }),
  z.object({ kind: z.literal('image'), id: localId, fileId: id, alt: localised(500).describe('The picture in words, for who does not see it'), caption: localised(300).optional() }),
  z.object({ kind: z.literal('quiz'), id: localId, quizId: localId }),
]);
export const lessonDraft = z.object({
  id: localId, title: localised(150), minutes: z.int().min(0).max(600), preview: z.boolean().default(false).describe('Guests may read it'),
  blocks: z.array(lessonBlock).max(courseLimits.blocksPerLesson),
});
export const moduleDraft = z.object({ id: localId, title: localised(150), lessons: z.array(lessonDraft).max(courseLimits.lessonsPerModule) });

/**
 * A whole course as its author edits it. It may be unfinished: only sizes, kinds and the uniqueness of ids are held to here; what
 * is missing for publishing is told by `checkDraft`. Ids are made by the editor, short and stable: progress hangs on them.
 */
export const courseDocument = z
  .object({
    language: uiLanguage.describe('The main language: every text has it, and readers of another fall back to it'),
    languages: z.array(uiLanguage).min(1).max(2).describe('In which the course is offered, the main one among them'),
    title: localised(150), summary: localised(1000), outcomes: z.array(localised(300)).max(courseLimits.outcomes),
    level: courseLevel, minutes: z.int().min(1).max(6000).nullable().describe('How long it takes; null: the sum of its lessons'),
    cover: id.nullable().describe('File of the purpose course_cover'),
    prerequisites: gate.nullable(), gives: z.object({ badge: badgeKey, level: badgeLevel }).nullable().describe('What completing it gives'),
    modules: z.array(moduleDraft).max(courseLimits.modules), quizzes: z.array(quizDraft).max(courseLimits.quizzes),
  })
  .superRefine((course, context) => {
    const lessons = course.modules.flatMap((module, m) => module.lessons.map((lesson, l) => ({ id: lesson.id, path: ['modules', m, 'lessons', l, 'id'] })));
    const groups = [
      course.modules.map(({ id: own }, m) => ({ id: own, path: ['modules', m, 'id'] })),
      lessons,
      course.quizzes.map(({ id: own }, q) => ({ id: own, path: ['quizzes', q, 'id'] })),
      ...course.modules.flatMap((module, m) => module.lessons.map((lesson, l) => lesson.blocks.map((block, b) => ({ id: block.id, path: ['modules', m, 'lessons', l, 'blocks', b, 'id'] })))),
    ];
    for (const { path } of groups.flatMap(duplicatesIn)) context.addIssue({ code: 'custom', path, message: 'This id is used twice' });
    if (!course.languages.includes(course.language)) context.addIssue({ code: 'custom', path: ['languages'], message: 'The main language belongs to the languages' });
    if (new Set(course.languages).size < course.languages.length) context.addIssue({ code: 'custom', path: ['languages'], message: 'A language is listed twice' });
  });
export type CourseDocument = z.output<typeof courseDocument>;
export type CourseLesson = z.output<typeof lessonDraft>;
export type LessonBlock = z.output<typeof lessonBlock>;

/** Note on a version, for the learners who may move to it. */
export const versionNote = writtenText({ min: 1, max: 500 });
