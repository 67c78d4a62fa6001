import { course as courses } from '@unityplan/contracts';
import { corpus } from '@unityplan/markdown/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must, startCourseWorld, type CourseWorld } from './course-world.ts';
import { document, lesson } from '../src/testing/documents.ts';

let world: CourseWorld;
beforeAll(async () => void (world = await startCourseWorld()));
afterAll(() => world?.stop());

const harmless = (html: string) => {
  expect(html).not.toMatch(/<(script|img|svg|iframe|style|object|embed|form)/i);
  expect(html).not.toMatch(/<[^>]*\s(on\w+|style)\s*=/i);
  for (const [, href] of html.matchAll(/<[^>]*href="([^"]*)"/g)) expect(href).toMatch(/^(https?:|mailto:|#lesson-)/);
};

it('shows HTML and javascript: of authors as text, in lessons, questions and previews', async () => {
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const doc = document();
  const printable = corpus.filter((text) => !/[\u0000-\u0008]/.test(text));
  const blocks = printable.slice(0, 60).map((text, i) => ({ kind: 'text' as const, id: `b${i}`, markdown: { en: text } }));
  doc.modules[0]!.lessons[0]!.blocks = blocks;
  doc.quizzes[0]!.questions[0]!.prompt = { en: printable.join('\n\n').slice(0, 2000) };
  doc.quizzes[0]!.intro = { en: '<img src=x onerror=alert(1)> [x](javascript:alert(1))' };
  const { courseId } = await world.published(tove, doc);
  await must(world.call(courses.enrol, { as: bo, params: { courseId } }));
  const shown = await must(world.call(courses.getLesson, { as: bo, params: { courseId, lessonId: 'one' } }));
  expect(shown.blocks).toHaveLength(blocks.length);
  for (const block of shown.blocks) if (block.kind === 'text') harmless(block.html.en!);
  const attempt = await must(world.call(courses.startAttempt, { as: bo, params: { courseId, quizId: 'final' } }));
  for (const { html } of attempt.questions) harmless(html.en!);
  const quiz = await must(world.call(courses.getQuiz, { as: bo, params: { courseId, quizId: 'final' } }));
  harmless(quiz.intro!.en!);
  expect(quiz.intro!.en).toContain('&#x3C;img');
  const preview = await must(world.call(courses.previewLesson, { as: tove, params: { courseId, lessonId: 'one' } }));
  expect(preview.blocks).toEqual(shown.blocks);
});

it('begins headings below those of the page, and keeps footnotes of two blocks apart', async () => {
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const note = (id: string) => ({ kind: 'text' as const, id, markdown: { en: '# Big\n\n## Small\n\nYes.[^1]\n\n[^1]: Why' } });
  const { courseId } = await world.published(tove, { modules: [{ id: 'm', title: { en: 'M' }, lessons: [lesson('one', '', { blocks: [note('a'), note('b')] })] }], quizzes: [] });
  await must(world.call(courses.enrol, { as: bo, params: { courseId } }));
  const { blocks } = await must(world.call(courses.getLesson, { as: bo, params: { courseId, lessonId: 'one' } }));
  const html = blocks.map((block) => (block.kind === 'text' ? block.html.en! : ''));
  expect(html[0]).toContain('<h3>Big</h3>\n<h4>Small</h4>');
  expect(html[0]).toContain('id="lesson-a-en-fn-1"');
  expect(html[1]).toContain('id="lesson-b-en-fn-1"');
});

it('refuses markup without end where it is published, and in a preview', async () => {
  const tove = await world.teacher();
  const doc = document();
  doc.modules[0]!.lessons[0]!.blocks = [{ kind: 'text', id: 'text', markdown: { en: '> '.repeat(200), da: 'x' } }];
  const { courseId } = await must(world.call(courses.createCourse, { as: tove, body: { title: { en: 'Deep' }, language: 'en' } }));
  await must(world.call(courses.saveDraft, { as: tove, params: { courseId }, body: { revision: 1, document: doc } }));
  expect((await world.call(courses.publishCourse, { as: tove, params: { courseId }, body: { revision: 2 } })).problem).toMatchObject({ status: 422, faults: [{ path: 'modules.0.lessons.0.blocks.0.markdown.en' }] });
  expect((await world.call(courses.previewLesson, { as: tove, params: { courseId, lessonId: 'one' } })).problem).toMatchObject({ status: 400, code: 'input_invalid' });
});
