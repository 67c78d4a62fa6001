import { join } from 'node:path';
import { course as courses } from '@unityplan/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Seeding } from '../src/seeds/seeding.service.ts';
import { startCourse } from '../src/app.ts';
import { definitions } from './badge-stand-in.ts';
import { must, startCourseWorld, type CourseWorld } from './course-world.ts';

const coursesDir = join(import.meta.dirname, '../content');
const slug = 'hosting-a-good-conversation';
let world: CourseWorld;
beforeAll(async () => {
  definitions.set('community-host', { state: 'active', renewFromDays: 30, byHand: false });
  world = await startCourseWorld({ config: { coursesDir } });
  await world.service('course').app.get(Seeding).done();
});
afterAll(() => world?.stop());

/** The same pod started again. */
async function again(): Promise<void> {
  const service = await startCourse({ config: { ...world.config, coursesDir }, port: 0, resources: world.resources });
  await service.app.get(Seeding).done();
  await service.close();
}
const versions = () => world.ground.query<{ territory: string }>(`select 'DK' as territory from territory_dk.course_versions union all select 'NO' from territory_no.course_versions`);

it('publishes the courses of the platform once in every territory, by the territory itself', async () => {
  for (const territory of ['DK', 'NO']) {
    const page = await must(world.call(courses.getCourse, { territory, params: { course: slug } }));
    expect(page).toMatchObject({ author: null, language: 'en', languages: ['en', 'da'], gives: { badge: 'community-host', level: 1 }, lessonCount: 6, quizCount: 1, minutes: 95, versionNumber: 1 });
    expect(page.modules.map(({ lessons }) => lessons.length)).toEqual([2, 2, 2]);
  }
  await again();
  expect(await versions()).toHaveLength(2);
  expect(await world.events('course.published')).toHaveLength(2);
});

it('can be taken to its end', async () => {
  const bo = await world.person('bo');
  const { courseId, quizzes, modules } = await must(world.call(courses.getCourse, { as: bo, params: { course: slug } }));
  await must(world.call(courses.enrol, { as: bo, params: { courseId } }));
  for (const { lessonId } of modules.flatMap(({ lessons }) => lessons).slice(0, 5)) {
    const lesson = await must(world.call(courses.getLesson, { as: bo, params: { courseId, lessonId } }));
    expect(lesson.blocks).toMatchObject([{ kind: 'text', html: { en: expect.stringMatching(/<h3>/) as string, da: expect.stringMatching(/<h3>/) as string } }]);
    await must(world.call(courses.finishLesson, { as: bo, params: { courseId, lessonId } }));
  }
  const attempt = await must(world.call(courses.startAttempt, { as: bo, params: { courseId, quizId: quizzes[0]!.quizId } }));
  expect(attempt.questions).toHaveLength(12);
  const [{ answer_key }] = await world.ground.query<{ answer_key: string }>('select answer_key from territory_dk.course_versions') as [{ answer_key: string }];
  const key = (JSON.parse(answer_key) as Record<string, Record<string, { kind: string; correct: never; accepted: { da: string[] } }>>)[attempt.quizId]!;
  const right = Object.fromEntries(Object.entries(key).map(([id, { kind, correct, accepted }]) => {
    const fields = { single: { choice: correct }, multiple: { choices: correct }, matching: { pairs: correct }, ordering: { items: correct }, text: { text: accepted?.da[0] }, number: { value: String(correct) } };
    return [id, { kind, ...fields[kind as keyof typeof fields] }];
  }));
  expect(await must(world.call(courses.submitAttempt, { as: bo, params: { attemptId: attempt.attemptId }, body: { answers: right } }))).toMatchObject({ result: { percent: 100, passed: true }, enrolment: { completion: { run: 1 } } });
  expect((await world.events('course.completed'))[0]).toMatchObject({ memberId: bo.memberId, badge: 'community-host', badgeLevel: 1 });
});

it('leaves a course alone that the teachers have taken over', async () => {
  const tove = await world.teacher();
  const draft = await must(world.call(courses.getDraft, { as: tove, params: { courseId: (await must(world.call(courses.getCourse, { params: { course: slug } }))).courseId } }));
  await must(world.call(courses.saveDraft, { as: tove, params: { courseId: draft.courseId }, body: { revision: 1, document: { ...draft.document, level: 'advanced' } } }));
  await must(world.call(courses.publishCourse, { as: tove, params: { courseId: draft.courseId }, body: { revision: 2 } }));
  await again();
  expect(await must(world.call(courses.getCourse, { params: { course: slug } }))).toMatchObject({ versionNumber: 2, level: 'advanced', author: null });
});
