import { course as courses } from '@unityplan/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must, startCourseWorld, type CourseWorld } from './course-world.ts';
import { document, lesson, quiz, quizLesson, rightAnswers } from '../src/testing/documents.ts';

let world: CourseWorld;
beforeAll(async () => void (world = await startCourseWorld()));
afterAll(() => world?.stop());

const second = (): Partial<courses.CourseDocument> => ({ modules: [{ id: 'm1', title: { en: 'One', da: 'Et' }, lessons: [lesson('one'), lesson('two', 'Better'), lesson('four')] }, { id: 'm2', title: { en: 'Two', da: 'To' }, lessons: [quizLesson('three', 'final')] }] });

it('leaves learners in their version until they choose, and loses nothing either way', async () => {
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const first = await world.published(tove);
  const { courseId, slug } = first;
  const { call } = world;
  const as = bo;
  await must(call(courses.enrol, { as, params: { courseId } }));
  await must(call(courses.finishLesson, { as, params: { courseId, lessonId: 'one' } }));
  await must(call(courses.finishLesson, { as, params: { courseId, lessonId: 'two' } }));
  const next = await world.republish(tove, slug, second());
  const page = await must(call(courses.getCourse, { as, params: { course: slug } }));
  expect(page).toMatchObject({ versionId: first.versionId, versionNumber: 1, lessonCount: 3, mine: { enrolment: { version: { number: 1 }, newer: { versionId: next.versionId, number: 2, difference: { lessonsChanged: ['two'], lessonsAdded: ['four'] } } } } });
  expect(await must(call(courses.getCourse, { params: { course: slug } }))).toMatchObject({ versionNumber: 2, lessonCount: 4 });
  expect((await must(call(courses.getLesson, { as, params: { courseId, lessonId: 'two' } }))).blocks).toMatchObject([{ html: { en: '<p>Text of two</p>' } }]);
  expect((await call(courses.getLesson, { as, params: { courseId, lessonId: 'four' } })).problem).toMatchObject({ status: 404 });

  const move = (versionId: string) => call(courses.moveToVersion, { as, params: { courseId }, body: { versionId } });
  const moved = await must(move(next.versionId));
  expect(moved).toMatchObject({ version: { number: 2 }, newer: null, earlier: [{ number: 1 }], progress: { done: ['one'], percent: 20 } });
  expect((await must(call(courses.getLesson, { as, params: { courseId, lessonId: 'two' } }))).blocks).toMatchObject([{ html: { en: '<p>Better</p>' } }]);
  expect(await must(move(next.versionId))).toEqual(moved);
  expect(await must(move(first.versionId))).toMatchObject({ version: { number: 1 }, progress: { done: ['one', 'two'] }, earlier: [] });
  const events = (await world.events('course.version_moved')).filter((event) => event['memberId'] === bo.memberId);
  expect(events).toMatchObject([{ fromVersionId: first.versionId, versionId: next.versionId }, { fromVersionId: next.versionId, versionId: first.versionId }]);
});

it('goes only where a learner may go', async () => {
  const [tove, bo, ida] = [await world.teacher(), await world.person('bo'), await world.person('ida')];
  const first = await world.published(tove);
  const other = await world.published(tove);
  await world.republish(tove, first.slug, { level: 'advanced' });
  const { call } = world;
  await must(call(courses.enrol, { as: bo, params: { courseId: first.courseId } }));
  const move = (as: typeof bo, versionId: string) => call(courses.moveToVersion, { as, params: { courseId: first.courseId }, body: { versionId } });
  expect((await move(bo, first.versionId)).problem).toMatchObject({ status: 409, code: 'course_version_closed' });
  expect((await move(bo, other.versionId)).problem).toMatchObject({ status: 404 });
  expect((await move(bo, '01900000-0000-7000-8000-00000000ffff')).problem).toMatchObject({ status: 404 });
  expect((await move(ida, first.versionId)).problem).toMatchObject({ status: 403, code: 'course_not_enrolled' });
});

it('asks at the door of the version someone goes to', async () => {
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const { courseId, slug } = await world.published(tove);
  await must(world.call(courses.enrol, { as: bo, params: { courseId } }));
  const { versionId } = await world.republish(tove, slug, { prerequisites: { rule: 'badge', badge: 'reader' } });
  expect((await world.call(courses.moveToVersion, { as: bo, params: { courseId }, body: { versionId } })).problem).toMatchObject({ status: 403, code: 'badge_required' });
  expect((await world.call(courses.getLesson, { as: bo, params: { courseId, lessonId: 'one' } })).status).toBe(200);
});

it('carries a passed quiz whose content is the same, and asks again where it is not', async () => {
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const { courseId, slug, versionId } = await world.published(tove);
  const { call } = world;
  await world.complete(bo, courseId);
  const retitled = await world.republish(tove, slug, { quizzes: [{ ...quiz('final'), title: { en: 'New title', da: 'Ny titel' } }], ...second() });
  const move = (to: string) => must(call(courses.moveToVersion, { as: bo, params: { courseId }, body: { versionId: to } }));
  expect(await move(retitled.versionId)).toMatchObject({ progress: { passed: ['final'], done: ['one', 'three'] }, completion: { versionId }, completions: 1 });
  const rekeyed = quiz('final');
  (rekeyed.questions[0] as { correct: string }).correct = 'c';
  const harder = await world.republish(tove, slug, { quizzes: [rekeyed], ...second() });
  expect(await move(harder.versionId)).toMatchObject({ progress: { passed: [], done: ['one'] }, completions: 1 });
  expect((await must(call(courses.getQuiz, { as: bo, params: { courseId, quizId: 'final' } })))).toMatchObject({ passed: false, recent: [{ passed: true, percent: 100 }] });
  // What completes the newer version completes the same run, which is completed.
  for (const lessonId of ['one', 'two', 'four']) await must(call(courses.finishLesson, { as: bo, params: { courseId, lessonId } }));
  const { attemptId } = await must(call(courses.startAttempt, { as: bo, params: { courseId, quizId: 'final' } }));
  expect(await must(call(courses.submitAttempt, { as: bo, params: { attemptId }, body: { answers: { ...rightAnswers, 'q-single': { kind: 'single', choice: 'c' } } } }))).toMatchObject({ result: { passed: true }, enrolment: { progress: { percent: 100 }, completions: 1 } });
  expect((await world.events('course.completed')).filter((event) => event['memberId'] === bo.memberId)).toHaveLength(1);
});

it('completes whoever goes to a version in which everything is done already', async () => {
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const { courseId, slug } = await world.published(tove);
  const { call } = world;
  await must(call(courses.enrol, { as: bo, params: { courseId } }));
  await must(call(courses.finishLesson, { as: bo, params: { courseId, lessonId: 'one' } }));
  const { versionId } = await world.republish(tove, slug, { modules: [{ id: 'm1', title: { en: 'x', da: 'x' }, lessons: [lesson('one')] }], quizzes: [] });
  expect(await must(call(courses.moveToVersion, { as: bo, params: { courseId }, body: { versionId } }))).toMatchObject({ progress: { percent: 100 }, completion: { versionId } });
});

it('lets an open attempt be handed in at the version it belongs to, from anywhere', async () => {
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const { courseId, slug, versionId } = await world.published(tove);
  const { call } = world;
  await must(call(courses.enrol, { as: bo, params: { courseId } }));
  const begun = await must(call(courses.startAttempt, { as: bo, params: { courseId, quizId: 'final' } }));
  const { attemptId } = begun;
  const small = quiz('final');
  small.questions = small.questions.slice(0, 2);
  const next = await world.republish(tove, slug, { quizzes: [small] });
  await must(call(courses.moveToVersion, { as: bo, params: { courseId }, body: { versionId: next.versionId } }));
  expect(await must(call(courses.getAttempt, { as: bo, params: { attemptId } }))).toEqual(begun);
  const fresh = await must(call(courses.startAttempt, { as: bo, params: { courseId, quizId: 'final' } }));
  expect(fresh).toMatchObject({ versionId: next.versionId, number: 1 });
  expect(fresh.questions).toHaveLength(2);
  const done = await must(call(courses.submitAttempt, { as: bo, params: { attemptId }, body: { answers: rightAnswers } }));
  expect(done).toMatchObject({ versionId, result: { outOf: 6, passed: true }, enrolment: { progress: { passed: [] } } });
  expect(await must(call(courses.moveToVersion, { as: bo, params: { courseId }, body: { versionId } }))).toMatchObject({ progress: { passed: ['final'] } });
});

it('begins another run when a badge can be renewed, each with its own completion', async () => {
  const { give, holdings } = await import('./badge-stand-in.ts');
  const { Permissions } = await import('@unityplan/service-kit');
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const { courseId, slug } = await world.published(tove);
  const { call } = world;
  const renew = () => call(courses.renewCourse, { as: bo, params: { courseId } });
  const hold = (expiresAt: string | null) => {
    holdings.delete(bo.memberId);
    give(bo.memberId, 'host', { expiresAt });
    world.service('course').app.get(Permissions).forget('DK', bo.memberId);
  };
  expect((await renew()).problem).toMatchObject({ status: 403, code: 'course_not_enrolled' });
  await must(call(courses.enrol, { as: bo, params: { courseId } }));
  expect((await renew()).problem).toMatchObject({ status: 409, code: 'course_not_renewable' });
  await world.complete(bo, courseId);
  for (const end of [null, new Date(Date.now() + 40 * 86_400_000).toISOString()]) {
    hold(end);
    expect((await renew()).problem).toMatchObject({ code: 'course_not_renewable' });
  }
  hold(new Date(Date.now() + 20 * 86_400_000).toISOString());
  expect(await must(call(courses.enrol, { as: bo, params: { courseId } }))).toMatchObject({ renewable: true, run: 1 });
  await world.republish(tove, slug, { level: 'advanced' });
  const both = await Promise.all([must(renew()), must(renew())]);
  expect(both.map(({ run, version, progress }) => [run, version.number, progress.percent])).toEqual([[2, 2, 0], [2, 2, 0]]);
  expect(both[0]).toMatchObject({ completion: null, completions: 1, renewable: false });
  hold('2026-01-01T00:00:00.000Z');
  await world.complete(bo, courseId);
  expect(await must(renew())).toMatchObject({ run: 3, completions: 2 });
  const ids = (await world.events('course.completed')).filter((event) => event['memberId'] === bo.memberId).map((event) => event['completionId']);
  expect(new Set(ids).size).toBe(2);
  expect(document().gives).toEqual({ badge: 'host', level: 1 });
});
