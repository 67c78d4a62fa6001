import { allRoutes, course as courses, type RouteContract } from '@unityplan/contracts';
import type { TestMember } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must, startCourseWorld, type CourseWorld } from './course-world.ts';
import { document, secrets } from '../src/testing/documents.ts';

let world: CourseWorld;
beforeAll(async () => void (world = await startCourseWorld()));
afterAll(() => world?.stop());

/** What is in an answer key and nowhere else. */
const hidden = [secrets.accepted, 'zebrafinke', secrets.feedback, '48151623', String(secrets.tolerance)];
const keyFields = new Set(['correct', 'accepted', 'tolerance', 'keyHash', 'salt']);

function leaks(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => leaks(one, `${path}.${i}`));
  if (typeof value !== 'object' || value === null) return hidden.filter((secret) => String(value).includes(secret)).map((secret) => `${path}: ${secret}`);
  return Object.entries(value).flatMap(([field, one]) => [...(keyFields.has(field) || ((field === 'feedback' || field === 'solution') && one !== null) ? [`${path}.${field}`] : []), ...leaks(one, `${path}.${field}`)]);
}

it('sees a leak where there is one', () => expect(leaks({ a: [{ correct: 'x' }, { text: `a ${secrets.accepted}` }] })).toEqual(['.a.0.correct', '.a.1.text: zebrafinch']));

it('never lets the answer key out before handing in, on any route of the service', async () => {
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const doc = document();
  doc.modules[1]!.lessons[0]!.preview = true;
  const { courseId, slug, versionId } = await world.published(tove, doc);
  const { call } = world;
  await must(call(courses.enrol, { as: bo, params: { courseId } }));
  const { attemptId } = await must(call(courses.startAttempt, { as: bo, params: { courseId, quizId: 'final' } }));
  const values: Record<string, string | number> = { courseId, course: slug, versionId, attemptId, lessonId: 'three', quizId: 'final', revision: 1 };
  const bodies: Record<string, unknown> = {
    saveDraft: { revision: 1, document: doc }, restoreDraft: { revision: 1, from: { versionId } }, publishCourse: { revision: 1 }, moveToVersion: { versionId }, savePosition: { lessonId: 'three', blockId: null },
    saveAnswers: { seq: 1, answers: { 'q-single': { kind: 'single', choice: 'a' } } }, createCourse: { title: { en: 'x' }, language: 'en' }, importCourse: { slug: 'mine', document: doc },
  };
  const routes = allRoutes.filter(({ owner }) => owner === 'course');
  expect(routes.length).toBeGreaterThanOrEqual(30);
  const seen: string[] = [];
  const ask = async (route: RouteContract, as: TestMember | undefined, body: unknown = bodies[route.id]) => {
    const params = Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, values[name!]]));
    const answer = await call(route, { ...(as ? { as } : {}), params, body });
    expect(leaks(answer.body), `${route.id} ${answer.status}`).toEqual([]);
    if (answer.status < 300) seen.push(route.id);
    return answer;
  };
  // Handing in ends the secret, and leaving ends the course: these come last.
  const last = [courses.submitAttempt, courses.leaveCourse] as RouteContract[];
  for (const as of [bo, undefined]) for (const route of routes) if (!last.includes(route)) await ask(route, as);
  for (const answers of [{ 'q-none': null }, { 'q-text': { kind: 'single', choice: 'a' } }, { 'q-number': { kind: 'number', value: 'NaN' } }]) await ask(courses.submitAttempt, bo, { answers });
  expect(new Set(seen)).toEqual(new Set(['listCourses', 'getCourse', 'listEnrolments', 'enrol', 'moveToVersion', 'getLesson', 'savePosition', 'finishLesson', 'getQuiz', 'startAttempt', 'getAttempt', 'saveAnswers', 'listAuthoredCourses']));
  expect((await must(call(courses.getAttempt, { as: bo, params: { attemptId } }))).questions.map((question) => Object.keys(question).sort().join())).toEqual(expect.arrayContaining(['html,id,kind,points', 'html,id,kind,points,unit', 'choices,html,id,kind,points']));
  // Handed in and failed: feedback, and still not what would have been right.
  const failed = await must(call(courses.submitAttempt, { as: bo, params: { attemptId }, body: {} }));
  expect(failed.result!.questions.every(({ solution, feedback }) => solution === null && feedback !== null)).toBe(true);
  expect(JSON.stringify(failed)).not.toContain(secrets.accepted);
});

it('keeps the key out of events and logs of requests', async () => {
  const rows = await world.ground.query<{ text: string }>('select payload::text as text from messaging.outbox');
  expect(rows.length).toBeGreaterThan(0);
  for (const { text } of rows) expect(leaks(JSON.parse(text))).toEqual([]);
});
