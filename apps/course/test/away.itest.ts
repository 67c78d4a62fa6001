import { course as courses } from '@unityplan/contracts';
import { Permissions } from '@unityplan/service-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must, startCourseWorld, type CourseWorld } from './course-world.ts';
import { document, rightAnswers } from '../src/testing/documents.ts';

let world: CourseWorld;
beforeAll(async () => void (world = await startCourseWorld()));
afterAll(() => world?.stop());

it('goes on learning while every other service is away, and refuses only what would have to be guessed', async () => {
  const [tove, bo, ida] = [await world.teacher(), await world.person('bo'), await world.person('ida')];
  const { courseId } = await world.published(tove);
  const gated = await world.published(tove, { prerequisites: { rule: 'badge', badge: 'reader' } });
  const { call } = world;
  await must(call(courses.enrol, { as: bo, params: { courseId } }));
  for (const name of ['user', 'badge', 'files']) await world.service(name).close();
  for (const { memberId } of [tove, bo, ida]) world.service('course').app.get(Permissions).forget('DK', memberId);

  expect((await must(call(courses.listCourses, { as: ida }))).items.map(({ mine }) => mine)).toEqual([null, null]);
  expect((await must(call(courses.getCourse, { as: bo, params: { course: courseId } }))).mine).toMatchObject({ mayEdit: false, enrolled: 'active' });
  await must(call(courses.finishLesson, { as: bo, params: { courseId, lessonId: 'one' } }));
  await must(call(courses.finishLesson, { as: bo, params: { courseId, lessonId: 'two' } }));
  const { attemptId } = await must(call(courses.startAttempt, { as: bo, params: { courseId, quizId: 'final' } }));
  expect(await must(call(courses.submitAttempt, { as: bo, params: { attemptId }, body: { answers: rightAnswers } }))).toMatchObject({ enrolment: { completion: { run: 1 }, renewable: false } });
  expect(await must(call(courses.enrol, { as: ida, params: { courseId } }))).toMatchObject({ state: 'active' });

  expect((await call(courses.enrol, { as: ida, params: { courseId: gated.courseId } })).problem).toMatchObject({ status: 503, code: 'service_unavailable' });
  // Authors write on; what is published must be known to be right.
  const { courseId: own } = await must(call(courses.getDraft, { as: tove, params: { courseId } }));
  const saved = await must(call(courses.saveDraft, { as: tove, params: { courseId: own }, body: { revision: 1, document: document({ cover: '01900000-0000-7000-8000-00000000ffff' }) } }));
  expect(saved).toMatchObject({ revision: 2 });
  expect((await call(courses.publishCourse, { as: tove, params: { courseId: own }, body: { revision: 2 } })).problem).toMatchObject({ status: 503, code: 'service_unavailable' });
  expect(await must(call(courses.getDraft, { as: tove, params: { courseId } }))).toMatchObject({ savedBy: { memberId: tove.memberId } });
}, 60_000);
