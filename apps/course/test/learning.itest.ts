import { course as courses } from '@unityplan/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must, startCourseWorld, type CourseWorld } from './course-world.ts';
import { rightAnswers } from '../src/testing/documents.ts';

let world: CourseWorld;
beforeAll(async () => void (world = await startCourseWorld()));
afterAll(() => world?.stop());

it('takes a member from the catalogue to a completed course, once', async () => {
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const { courseId, slug, versionId } = await world.published(tove);
  const { call } = world;
  const { items } = await must(call(courses.listCourses, { as: bo }));
  expect(items.find((one) => one.courseId === courseId)).toMatchObject({ slug, lessonCount: 3, minutes: 25, author: { handle: 'tove' }, mine: { mayEnrol: true, access: null, enrolled: null } });

  const enrolled = await must(call(courses.enrol, { as: bo, params: { courseId } }));
  expect(enrolled).toMatchObject({ state: 'active', run: 1, version: { versionId, number: 1 }, newer: null, earlier: [], completion: null, progress: { percent: 0, done: [], resume: null } });
  expect(await must(call(courses.enrol, { as: bo, params: { courseId } }))).toEqual(enrolled);

  const lesson = await must(call(courses.getLesson, { as: bo, params: { courseId, lessonId: 'one' } }));
  expect(lesson).toMatchObject({ title: { en: 'Lesson one' }, blocks: [{ kind: 'text', html: { en: '<p>Text of one</p>', da: '<p>Text of one på dansk</p>' } }], previous: null, next: 'two', viewed: false });
  expect(await must(call(courses.savePosition, { as: bo, params: { courseId }, body: { lessonId: 'one', blockId: 'text' } }))).toMatchObject({ percent: 0, viewed: ['one'], resume: { lessonId: 'one', blockId: 'text' } });
  expect(await must(call(courses.finishLesson, { as: bo, params: { courseId, lessonId: 'one' } }))).toMatchObject({ progress: { percent: 25, done: ['one'], resume: { lessonId: 'one', blockId: null } } });
  await must(call(courses.finishLesson, { as: bo, params: { courseId, lessonId: 'two' } }));

  const attempt = await must(call(courses.startAttempt, { as: bo, params: { courseId, quizId: 'final' } }));
  expect(attempt).toMatchObject({ number: 1, state: 'open', result: null, saved: { seq: 0, answers: {} } });
  const result = await must(call(courses.submitAttempt, { as: bo, params: { attemptId: attempt.attemptId }, body: { answers: rightAnswers } }));
  expect(result).toMatchObject({ state: 'submitted', result: { points: 6, outOf: 6, percent: 100, passed: true }, enrolment: { progress: { percent: 100, done: ['one', 'two', 'three'], passed: ['final'] }, completion: { versionId, run: 1 } } });

  expect(await must(call(courses.submitAttempt, { as: bo, params: { attemptId: attempt.attemptId }, body: { answers: {} } }))).toEqual(result);
  await must(call(courses.finishLesson, { as: bo, params: { courseId, lessonId: 'three' } }));
  const own = (await world.events('course.completed')).filter((event) => event['memberId'] === bo.memberId);
  expect(own).toEqual([{ courseId, versionId, memberId: bo.memberId, completionId: result.enrolment.completion!.completionId, badge: 'host', badgeLevel: 1 }]);
});
