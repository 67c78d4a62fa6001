import { allRoutes, course as courses, type RouteContract } from '@unityplan/contracts';
import { Permissions } from '@unityplan/service-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must, startCourseWorld, type CourseWorld } from './course-world.ts';
import { definitions, give, holdings } from './badge-stand-in.ts';
import { document, rightAnswers } from '../src/testing/documents.ts';

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
  expect(await must(call(courses.finishLesson, { as: bo, params: { courseId, lessonId: 'one' } }))).toMatchObject({ progress: { percent: 25, done: ['one'], resume: { lessonId: 'two', blockId: null } } });
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

it('goes on where it was left, and keeps everything through leaving', async () => {
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const { courseId } = await world.published(tove);
  const { call } = world;
  await must(call(courses.enrol, { as: bo, params: { courseId } }));
  await must(call(courses.finishLesson, { as: bo, params: { courseId, lessonId: 'one' } }));
  await must(call(courses.savePosition, { as: bo, params: { courseId }, body: { lessonId: 'two', blockId: 'text' } }));
  await must(call(courses.savePosition, { as: bo, params: { courseId }, body: { lessonId: 'two', blockId: 'no-such-block' } }));
  const { attemptId } = await must(call(courses.startAttempt, { as: bo, params: { courseId, quizId: 'final' } }));
  await must(call(courses.saveAnswers, { as: bo, params: { attemptId }, body: { seq: 1, answers: { 'q-text': rightAnswers['q-text']! } } }));
  const before = await must(call(courses.getCourse, { as: bo, params: { course: courseId } }));
  expect(before.mine!.enrolment!.progress).toMatchObject({ percent: 25, done: ['one'], viewed: ['one', 'two'], resume: { lessonId: 'two', blockId: null } });
  for (let i = 0; i < 2; i++) expect((await call(courses.leaveCourse, { as: bo, params: { courseId } })).status).toBe(204);
  const door = { status: 403, code: 'course_not_enrolled' };
  expect((await call(courses.getLesson, { as: bo, params: { courseId, lessonId: 'one' } })).problem).toMatchObject(door);
  expect((await call(courses.getAttempt, { as: bo, params: { attemptId } })).problem).toMatchObject(door);
  expect((await must(call(courses.listEnrolments, { as: bo, query: { state: 'left' } }))).items).toMatchObject([{ course: { courseId }, enrolment: { state: 'left', progress: { percent: 25 } } }]);
  expect(await must(call(courses.enrol, { as: bo, params: { courseId } }))).toMatchObject({ state: 'active', progress: before.mine!.enrolment!.progress });
  expect((await must(call(courses.getAttempt, { as: bo, params: { attemptId } }))).saved).toEqual({ seq: 1, answers: { 'q-text': rightAnswers['q-text'] } });
  const kinds = await Promise.all(['course.enrolled', 'course.left'].map(async (name) => (await world.events(name)).filter((event) => event['memberId'] === bo.memberId).length));
  expect(kinds).toEqual([2, 1]);
});

it('shows guests and others the course, and lessons only where they are previews', async () => {
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const doc = document();
  doc.modules[0]!.lessons[0]!.preview = true;
  const { courseId } = await world.published(tove, doc);
  const { call } = world;
  const page = await must(call(courses.getCourse, { params: { course: courseId } }));
  expect(page).toMatchObject({ mine: null, modules: [{ moduleId: 'm1', lessons: [{ lessonId: 'one', preview: true }, { lessonId: 'two', preview: false }] }, { lessons: [{ quizIds: ['final'] }] }], quizzes: [{ quizId: 'final', questionCount: 6 }] });
  expect(JSON.stringify(page)).not.toContain('Text of');
  for (const as of [undefined, bo]) {
    const options = as ? { as } : {};
    expect(await must(call(courses.getLesson, { ...options, params: { courseId, lessonId: 'one' } }))).toMatchObject({ blocks: [{ html: { en: '<p>Text of one</p>' } }], viewed: false });
    expect((await call(courses.getLesson, { ...options, params: { courseId, lessonId: 'two' } })).problem).toMatchObject(as ? { status: 403, code: 'course_not_enrolled' } : { status: 401, code: 'not_signed_in' });
    expect((await call(courses.getLesson, { ...options, params: { courseId, lessonId: 'none' } })).problem).toMatchObject({ status: as ? 403 : 401 });
  }
  for (const [route, params] of [[courses.savePosition, { courseId }], [courses.finishLesson, { courseId, lessonId: 'one' }], [courses.getQuiz, { courseId, quizId: 'final' }], [courses.startAttempt, { courseId, quizId: 'final' }]] as const)
    expect((await call(route, { as: bo, params, body: route === courses.savePosition ? { lessonId: 'one', blockId: null } : undefined })).problem).toMatchObject({ status: 403, code: 'course_not_enrolled' });
});

it('opens every route with content only to whom the prerequisites let in, also in the middle of a course', async () => {
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const { courseId, versionId } = await world.published(tove, { prerequisites: { rule: 'badge', badge: 'reader' }, gives: null });
  const { call } = world;
  const refused = await call(courses.enrol, { as: bo, params: { courseId }, headers: { 'accept-language': 'da' } });
  expect(refused.problem).toMatchObject({ status: 403, code: 'badge_required', title: 'Det her er åbent for folk med emblemet Emblem reader.', params: { lacking: [{ badge: 'reader', reason: 'missing' }] } });
  const page = await must(call(courses.getCourse, { as: bo, params: { course: courseId } }));
  expect(page.mine).toMatchObject({ mayEnrol: false, enrolled: null, access: { allowed: false, lacking: [{ badge: 'reader', name: { en: 'Badge reader' } }] }, mayEdit: false });
  give(bo.memberId, 'reader');
  await must(call(courses.enrol, { as: bo, params: { courseId } }));
  const { attemptId } = await must(call(courses.startAttempt, { as: bo, params: { courseId, quizId: 'final' } }));
  holdings.delete(bo.memberId);
  // The kit remembers badges for a second; a test cannot wait for the broadcast of a service that is not here.
  world.service('course').app.get(Permissions).forget('DK', bo.memberId);
  // Every route that there is, also those to come: only these show nothing of a course that its page does not show.
  const harmless = new Set(['listCourses', 'getCourse', 'listEnrolments', 'leaveCourse', 'listAuthoredCourses']);
  const values: Record<string, string> = { courseId, course: courseId, versionId, attemptId, lessonId: 'one', quizId: 'final', revision: '1' };
  const bodies: Record<string, unknown> = { savePosition: { lessonId: 'one', blockId: null }, saveAnswers: { seq: 1, answers: {} }, submitAttempt: { answers: {} }, moveToVersion: { versionId }, saveDraft: { revision: 1, document: document() }, restoreDraft: { revision: 1, from: { revision: 1 } }, publishCourse: { revision: 1 } };
  const ask = (route: RouteContract) => call(route, { as: bo, params: Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, values[name!]])), body: bodies[route.id] });
  const routes = allRoutes.filter(({ owner, id, path }) => owner === 'course' && !harmless.has(id) && path.includes('{'));
  const learning = ['enrol', 'moveToVersion', 'getLesson', 'savePosition', 'finishLesson', 'getQuiz', 'startAttempt', 'getAttempt', 'saveAnswers', 'submitAttempt'];
  for (const route of routes) {
    const { status, problem } = await ask(route);
    if (learning.includes(route.id)) expect(problem, route.id).toMatchObject({ status: 403, code: 'badge_required' });
    else expect(status, route.id).toBeGreaterThanOrEqual(403);
  }
  give(bo.memberId, 'reader');
  world.service('course').app.get(Permissions).forget('DK', bo.memberId);
  for (const id of learning) expect((await ask(routes.find((route) => route.id === id)!)).status, id).toBeLessThan(300);
});

it('lets learners finish an archived course, and takes no new ones', async () => {
  const [tove, bo, ida] = [await world.teacher(), await world.person('bo'), await world.person('ida')];
  const { courseId } = await world.published(tove);
  const { call } = world;
  await must(call(courses.enrol, { as: bo, params: { courseId } }));
  for (let i = 0; i < 2; i++) expect((await call(courses.archiveCourse, { as: tove, params: { courseId } })).status).toBe(204);
  expect((await call(courses.enrol, { as: ida, params: { courseId } })).problem).toMatchObject({ status: 409, code: 'course_archived' });
  expect((await must(call(courses.listCourses, { query: { limit: 100 } }))).items.map((one) => one.courseId)).not.toContain(courseId);
  expect(await must(call(courses.getCourse, { as: ida, params: { course: courseId } }))).toMatchObject({ archived: true, mine: { mayEnrol: false } });
  await must(call(courses.leaveCourse, { as: bo, params: { courseId } }) as never);
  await world.complete(bo, courseId);
  expect((await call(courses.publishCourse, { as: tove, params: { courseId }, body: { revision: 1 } })).problem).toMatchObject({ status: 409, code: 'course_archived' });
  for (let i = 0; i < 2; i++) expect((await call(courses.unarchiveCourse, { as: tove, params: { courseId } })).status).toBe(204);
  expect(await must(call(courses.enrol, { as: ida, params: { courseId } }))).toMatchObject({ state: 'active' });
  expect((await world.events('course.archived')).filter((event) => event['courseId'] === courseId)).toEqual([{ courseId, byId: tove.memberId }]);
  expect((await world.events('course.published')).filter((event) => event['courseId'] === courseId)).toHaveLength(2);
});

it('opens no archived course again whose badge cannot be had by it any more', async () => {
  const tove = await world.teacher();
  const { call } = world;
  const active = { state: 'active', renewFromDays: 0, byHand: false } as const;
  for (const badge of ['chicken', 'egg']) definitions.set(badge, active);
  const first = await world.published(tove, { gives: { badge: 'chicken', level: 1 }, prerequisites: { rule: 'badge', badge: 'egg' } });
  expect((await call(courses.archiveCourse, { as: tove, params: { courseId: first.courseId } })).status).toBe(204);
  const reopen = () => call(courses.unarchiveCourse, { as: tove, params: { courseId: first.courseId } });
  const closing = await world.published(tove, { gives: { badge: 'egg', level: 1 }, prerequisites: { rule: 'badge', badge: 'chicken' } });
  expect((await reopen()).problem).toMatchObject({ status: 422, code: 'course_incomplete', faults: [{ path: 'prerequisites' }] });
  expect((await call(courses.archiveCourse, { as: tove, params: { courseId: closing.courseId } })).status).toBe(204);
  definitions.set('chicken', { ...active, state: 'archived' });
  expect((await reopen()).problem).toMatchObject({ status: 422, code: 'course_incomplete', faults: [{ path: 'gives.badge' }] });
  definitions.set('chicken', active);
  expect((await reopen()).status).toBe(204);
});

it('completes once, whatever ends at the same moment', async () => {
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const { courseId } = await world.published(tove);
  const { call } = world;
  await Promise.all(Array.from({ length: 4 }, () => must(call(courses.enrol, { as: bo, params: { courseId } }))));
  const { attemptId } = await must(call(courses.startAttempt, { as: bo, params: { courseId, quizId: 'final' } }));
  const finish = (lessonId: string) => must(call(courses.finishLesson, { as: bo, params: { courseId, lessonId } }));
  const submit = () => must(call(courses.submitAttempt, { as: bo, params: { attemptId }, body: { answers: rightAnswers } }));
  const done = await Promise.all([finish('one'), finish('two'), submit(), finish('one'), submit(), finish('three'), submit(), finish('two')]);
  const ids = new Set(done.flatMap((one) => ('completion' in one ? one.completion : one.enrolment.completion)?.completionId ?? []));
  expect(ids.size).toBe(1);
  for (const [name, count] of [['course.completed', 1], ['quiz.submitted', 1], ['course.enrolled', 1]] as const) expect((await world.events(name)).filter((event) => event['memberId'] === bo.memberId), name).toHaveLength(count);
});

it('keeps territories and people apart', async () => {
  const [tove, bo, ida] = [await world.teacher(), await world.person('bo'), await world.person('ida')];
  const { courseId } = await world.published(tove);
  const { call } = world;
  await must(call(courses.enrol, { as: bo, params: { courseId } }));
  await must(call(courses.enrol, { as: ida, params: { courseId } }));
  const { attemptId } = await must(call(courses.startAttempt, { as: bo, params: { courseId, quizId: 'final' } }));
  for (const [route, body] of [[courses.getAttempt, undefined], [courses.saveAnswers, { seq: 1, answers: {} }], [courses.submitAttempt, { answers: {} }]] as const)
    expect((await call(route, { as: ida, params: { attemptId }, body })).problem).toMatchObject({ status: 404, code: 'not_found' });
  const nils = await world.person('nils', 'NO');
  expect((await call(courses.getCourse, { as: nils, territory: 'NO', params: { course: courseId } })).problem).toMatchObject({ status: 404 });
  expect((await call(courses.enrol, { as: nils, params: { courseId } })).problem).toMatchObject({ status: 404 });
  expect((await call(courses.enrol, { as: bo, territory: 'NO', params: { courseId } })).problem).toMatchObject({ status: 403, code: 'territory_mismatch' });
});

it.each([
  ['an unknown course', courses.enrol, { courseId: '01900000-0000-7000-8000-00000000ffff' }, undefined, 404, 'not_found'],
  ['no id', courses.enrol, { courseId: 'x' }, undefined, 400, 'input_invalid'],
  ['an unknown page', courses.getCourse, { course: 'no-such-course' }, undefined, 404, 'not_found'],
  ['a page of nonsense', courses.getCourse, { course: '%00' }, undefined, 404, 'not_found'],
  ['a lesson of no name', courses.getLesson, { courseId: '01900000-0000-7000-8000-00000000ffff', lessonId: 'A B' }, undefined, 400, 'input_invalid'],
  ['leaving what one is not in', courses.leaveCourse, { courseId: '01900000-0000-7000-8000-00000000ffff' }, undefined, 404, 'not_found'],
  ['an attempt that is none', courses.getAttempt, { attemptId: '01900000-0000-7000-8000-00000000ffff' }, undefined, 404, 'not_found'],
])('answers %s clearly', async (_what, route, params, body, status, code) => {
  expect((await world.call(route as RouteContract, { as: await world.person('bo'), params, body })).problem).toMatchObject({ status, code });
});
