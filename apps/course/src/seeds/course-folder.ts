import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { badgeKey, badgeLevel, course as courses } from '@unityplan/contracts';
import { z } from 'zod';

const text = z.object({ en: z.string().optional(), da: z.string().optional() });
const heading = { id: courses.localId, title: text, minutes: z.int() };
/** A course as its writers keep it: one file that names the others, a Markdown file for each lesson and language, a JSON file for each quiz. */
const folder = z.object({
  id: courses.courseSlug, title: text, summary: text, outcomes: z.array(text), level: courses.courseLevel, badge: badgeKey.nullable().default(null), badgeLevel: badgeLevel.default(1),
  language: z.enum(['en', 'da']).default('en'),
  modules: z.array(z.object({
    id: courses.localId, title: text,
    items: z.array(z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('lesson'), ...heading, preview: z.boolean().default(false), content: text }),
      z.object({ kind: z.literal('quiz'), ...heading, content: z.string() }),
    ])),
  })),
});
type Item = z.output<typeof folder>['modules'][number]['items'][number];

export interface FoundCourse {
  readonly slug: string;
  readonly document: courses.CourseDocument;
}

/** Every course in the folders below `path`. Throws one sentence when there is no such folder, or a course does not fit. */
export async function readCourseFolders(path: string): Promise<FoundCourse[]> {
  const found = await readdir(path, { withFileTypes: true }).catch(said(`COURSES_DIR: the folder ${path} cannot be read`));
  return Promise.all(found.filter((entry) => entry.isDirectory()).map(({ name }) => readCourseFolder(join(path, name)).catch(said(`COURSES_DIR: the course in ${join(path, name)} does not fit`))));
}

function said(what: string): (cause: unknown) => never {
  return (cause) => {
    const why = cause instanceof z.ZodError ? cause.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') : (cause as Error).message;
    throw new Error(`${what} (${why}).`, { cause });
  };
}

async function readCourseFolder(path: string): Promise<FoundCourse> {
  const course = folder.parse(await readJson(join(path, 'course.json')));
  const items = course.modules.flatMap(({ items: own }) => own);
  const quizzes = await Promise.all(items.flatMap((item) => (item.kind === 'quiz' ? [readJson(join(path, item.content))] : [])));
  const modules = await Promise.all(course.modules.map(async ({ id, title, items: own }) => ({ id, title, lessons: await Promise.all(own.map((item) => lessonOf(path, item))) })));
  const { title, summary, outcomes, level, language } = course;
  const document = courses.courseDocument.parse({
    language, languages: [language, ...(['en', 'da'] as const).filter((one) => one !== language && title[one])], title, summary, outcomes, level, minutes: null, cover: null, prerequisites: null,
    gives: course.badge === null ? null : { badge: course.badge, level: course.badgeLevel }, modules, quizzes,
  });
  return { slug: course.id, document };
}

async function lessonOf(path: string, item: Item): Promise<unknown> {
  const { id, title, minutes } = item;
  if (item.kind === 'quiz') return { id, title, minutes, blocks: [{ kind: 'quiz', id: 'quiz', quizId: id }] };
  const markdown = Object.fromEntries(await Promise.all(Object.entries(item.content).map(async ([language, file]) => [language, await readFile(join(path, file!), 'utf8')] as const)));
  return { id, title, minutes, preview: item.preview, blocks: [{ kind: 'text', id: 'text', markdown }] };
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8')) as unknown;
}
