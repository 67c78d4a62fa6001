import { course as courses } from '@unityplan/contracts';
import { FORGET_REQUESTS } from '@unityplan/service-kit';
import type { TestMember } from '@unityplan/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must, startCourseWorld, type CourseWorld } from './course-world.ts';
import { document, lesson } from '../src/testing/documents.ts';
import { definitions, give } from './badge-stand-in.ts';

let world: CourseWorld;
let tove: TestMember;
const now = { at: Date.UTC(2026, 10, 21, 9) };
beforeAll(async () => {
  world = await startCourseWorld({ clock: () => now.at });
  tove = await world.teacher();
});
afterAll(() => world?.stop());

const begin = async (title = 'A new course', as = tove) => must(world.call(courses.createCourse, { as, body: { title: { en: title }, language: 'en' } }));
const save = (courseId: string, revision: number, doc: unknown, as = tove, key?: string) =>
  world.call(courses.saveDraft, { as, params: { courseId }, body: { revision, document: doc }, ...(key ? { headers: { 'idempotency-key': key } } : {}) });

it('begins with an empty draft at an address made of the title', async () => {
  const first = await begin('Ny bådebro');
  expect(first).toMatchObject({ slug: 'ny-baadebro', state: 'draft', revision: 1, versionNumber: null, changed: true, author: { handle: 'tove' }, document: { modules: [], title: { en: 'Ny bådebro' } } });
  expect((await begin('Ny bådebro')).slug).toBe('ny-baadebro-2');
  const taken = await world.call(courses.createCourse, { as: tove, body: { title: { en: 'x' }, language: 'en', slug: 'ny-baadebro' } });
  expect(taken.problem).toMatchObject({ status: 409, code: 'course_slug_taken' });
  const request = { as: tove, body: { title: { en: 'Once' }, language: 'en' }, headers: { 'idempotency-key': 'create-course-1' } };
  const [one, two] = await Promise.all([world.call(courses.createCourse, request), world.call(courses.createCourse, request)]);
  expect(two.body).toEqual(one.body);
  expect((await world.call(courses.createCourse, { ...request, body: { ...request.body, language: 'da' } })).problem).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  const forget = world.service('course').app.get<() => Promise<void>>(FORGET_REQUESTS);
  const kept = () => world.ground.query("select 1 from territory_dk.course_requests where idempotency_key = 'create-course-1'");
  await forget();
  expect(await kept()).toHaveLength(1);
  await world.ground.query("update territory_dk.course_requests set created_at = '2020-01-01' where idempotency_key = 'create-course-1'");
  await forget();
  expect(await kept()).toHaveLength(0);
});

it('is for teachers to begin, and for the author and teachers to edit', async () => {
  const [bo, tim] = [await world.person('bo'), await world.teacher('tim')];
  expect((await world.call(courses.createCourse, { as: bo, body: { title: { en: 'x' }, language: 'en' } })).problem).toMatchObject({ status: 403, code: 'badge_required' });
  expect((await world.call(courses.createCourse, { body: { title: { en: 'x' }, language: 'en' } })).problem).toMatchObject({ status: 401, code: 'not_signed_in' });
  const { courseId } = await begin();
  // A draft that was never published is not there for others.
  expect((await world.call(courses.getDraft, { as: bo, params: { courseId } })).problem).toMatchObject({ status: 404 });
  expect(await must(world.call(courses.getDraft, { as: tim, params: { courseId } }))).toMatchObject({ courseId, author: { handle: 'tove' } });
  const { courseId: published } = await world.published(tove);
  for (const route of [courses.getDraft, courses.checkDraft, courses.listVersions, courses.listDraftRevisions] as const)
    expect((await world.call(route, { as: bo, params: { courseId: published } })).problem).toMatchObject({ status: 403, code: 'course_not_author' });
  expect((await save(published, 1, document(), bo)).problem).toMatchObject({ status: 403, code: 'course_not_author' });
  for (const route of [courses.archiveCourse, courses.unarchiveCourse] as const) expect((await world.call(route, { as: tim, params: { courseId: published } })).problem).toMatchObject({ status: 403, code: 'course_not_author' });
  expect((await must(world.call(courses.listAuthoredCourses, { as: bo }))).items).toEqual([]);
});

it('saves whole drafts, and lets a save from another device wait for a decision', async () => {
  const { courseId } = await begin();
  const saved = await must(save(courseId, 1, document()));
  expect(saved).toEqual({ revision: 2, savedAt: '2026-11-21T09:00:00.000Z', changed: true });
  now.at += 60_000;
  const late = await save(courseId, 1, document({ title: { en: 'From the phone' } }));
  expect(late.problem).toMatchObject({ status: 409, code: 'draft_changed_meanwhile', params: { revision: 2, at: '2026-11-21T09:00:00.000Z', byId: tove.memberId, by: 'yourself, on another device or in another window' } });
  const tim = await world.teacher('tim');
  expect((await save(courseId, 1, document({ title: { en: 'By Tim' } }), tim)).problem.params).toMatchObject({ by: 'TOVE' });
  const inDanish = await world.call(courses.saveDraft, { as: tove, params: { courseId }, body: { revision: 1, document: document({ title: { en: 'x' } }) }, headers: { 'accept-language': 'da' } });
  expect(inDanish.problem).toMatchObject({ title: 'Udkastet er i mellemtiden gemt af dig selv på en anden enhed eller i et andet vindue.' });
  // Both are still there to choose from: the newer on the server, the other with whoever sent it.
  expect((await must(world.call(courses.getDraft, { as: tove, params: { courseId } }))).document.title.en).toBe('Hosting well');
  expect(await must(save(courseId, 2, document({ title: { en: 'From the phone' } })))).toMatchObject({ revision: 3 });
  const history = await must(world.call(courses.listDraftRevisions, { as: tove, params: { courseId } }));
  expect(history.items.map(({ revision }) => revision)).toEqual([3, 2, 1]);
});

it('saves once what is sent twice', async () => {
  const { courseId } = await begin();
  const doc = document({ title: { en: 'Once' } });
  const both = await Promise.all([save(courseId, 1, doc, tove, 'save-draft-1'), save(courseId, 1, doc, tove, 'save-draft-1')]);
  expect(both.map(({ status, body }) => [status, body.revision])).toEqual([[200, 2], [200, 2]]);
  expect((await save(courseId, 2, document(), tove, 'save-draft-1')).problem).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  // Without a key too: what is on file already is saved.
  expect(await must(save(courseId, 1, doc))).toMatchObject({ revision: 2 });
  // A refused save leaves its key free.
  expect((await save(courseId, 1, document({ title: { en: 'Late' } }), tove, 'save-draft-2')).status).toBe(409);
  expect(await must(save(courseId, 2, document({ title: { en: 'Late' } }), tove, 'save-draft-3'))).toMatchObject({ revision: 3 });
});

it('lets one of many saves of the same revision win', async () => {
  const { courseId } = await begin();
  const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => save(courseId, 1, document({ title: { en: `Title ${i}` } }))));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
});

it('keeps the last fifty saves, and makes any of them the draft again', async () => {
  const { courseId } = await begin();
  for (let i = 1; i <= 55; i++) await must(save(courseId, i, document({ title: { en: `Title ${i}` } })));
  const page = await must(world.call(courses.listDraftRevisions, { as: tove, params: { courseId }, query: { limit: 30 } }));
  const rest = await must(world.call(courses.listDraftRevisions, { as: tove, params: { courseId }, query: { limit: 30, cursor: page.next! } }));
  expect([...page.items, ...rest.items].map(({ revision }) => revision)).toEqual(Array.from({ length: 50 }, (_, i) => 56 - i));
  expect((await world.call(courses.getDraftRevision, { as: tove, params: { courseId, revision: 6 } })).problem).toMatchObject({ status: 404 });
  expect((await must(world.call(courses.getDraftRevision, { as: tove, params: { courseId, revision: 7 } }))).document.title.en).toBe('Title 6');
  const restore = (revision: number, from: object) => world.call(courses.restoreDraft, { as: tove, params: { courseId }, body: { revision, from } });
  expect((await restore(40, { revision: 7 })).problem).toMatchObject({ status: 409, code: 'draft_changed_meanwhile' });
  expect((await restore(56, { revision: 3 })).problem).toMatchObject({ status: 404 });
  expect(await must(restore(56, { revision: 7 }))).toMatchObject({ revision: 57, document: { title: { en: 'Title 6' } } });
  expect((await must(world.call(courses.listDraftRevisions, { as: tove, params: { courseId } }))).items[0]).toMatchObject({ restoredFrom: { revision: 7, versionNumber: null } });
});

it('refuses a draft of no shape by name', async () => {
  const { courseId } = await begin();
  const twice = document({ modules: [{ id: 'm', title: {}, lessons: [lesson('a'), lesson('a')] }] });
  const cases: [unknown, string][] = [
    [twice, 'body.document.modules.0.lessons.1.id'], [{ ...document(), level: 'expert' }, 'body.document.level'], [{ ...document(), languages: ['da'] }, 'body.document.languages'],
    [document({ title: { en: 'x'.repeat(151) } }), 'body.document.title.en'], [document({ modules: [{ id: 'Not an id', title: {}, lessons: [] }] }), 'body.document.modules.0.id'],
    [document({ prerequisites: { rule: 'badge', badge: 'NO' } }), 'body.document.prerequisites'],
    [document({ title: { en: 'nul \u0000' } }), 'body.document.title.en'],
  ];
  for (const [doc, path] of cases) expect((await save(courseId, 1, doc)).problem).toMatchObject({ status: 400, code: 'input_invalid', faults: [{ path: expect.stringContaining(path) as string }] });
  const large = document({ modules: Array.from({ length: 30 }, (_, m) => ({ id: `m${m}`, title: {}, lessons: Array.from({ length: 2 }, (_, l) => lesson(`l${m}-${l}`, 'x'.repeat(29_000))) })) });
  expect((await save(courseId, 1, large)).problem).toMatchObject({ status: 413, code: 'body_too_large', params: { maxKb: 1088 } });
  expect((await must(world.call(courses.getDraft, { as: tove, params: { courseId } }))).revision).toBe(1);
});

it('tells everything that is in the way of publishing, in the author’s language', async () => {
  const { courseId } = await begin();
  const doc = document({ title: { da: 'Kun dansk' }, gives: { badge: 'nothing-such', level: 1 }, prerequisites: { rule: 'badge', badge: 'neither-this' } });
  (doc.quizzes[0]!.questions[0] as { correct: string | null }).correct = null;
  doc.modules[0]!.lessons[1]!.blocks = [{ kind: 'quiz', id: 'q', quizId: 'gone' }];
  await must(save(courseId, 1, doc));
  const expected = ['title.en', 'modules.0.lessons.1.blocks.0.quizId', 'quizzes.0.questions.0.correct', 'prerequisites', 'gives.badge'];
  const check = await must(world.call(courses.checkDraft, { as: tove, params: { courseId } }));
  expect(check.faults.map(({ path }) => path)).toEqual(expected);
  expect(check.difference).toBeNull();
  const refused = await world.call(courses.publishCourse, { as: tove, params: { courseId }, body: { revision: 2 }, headers: { 'accept-language': 'da' } });
  expect(refused.problem).toMatchObject({ status: 422, code: 'course_incomplete', params: { count: 5 }, faults: [{ path: 'title.en', message: 'Skriv dette på engelsk' }, ...expected.slice(1).map((path) => ({ path }))] });
  expect(refused.problem.faults!.map(({ message }) => message).join()).toContain('neither-this');
});

it('refuses a circle of prerequisites by the names in it', async () => {
  definitions.set('voice', { state: 'active', renewFromDays: 0, byHand: false });
  await world.published(tove, { gives: { badge: 'voice', level: 1 }, prerequisites: { rule: 'badge', badge: 'reader' } }, 'circle-a');
  const circle = document({ title: { en: 'Circle B', da: 'Cirkel B' }, gives: { badge: 'reader', level: 1 }, prerequisites: { rule: 'badge', badge: 'voice' } });
  const refused = await world.call(courses.importCourse, { as: tove, body: { slug: 'circle-b', document: circle } });
  expect(refused.problem).toMatchObject({ status: 422, code: 'course_incomplete', faults: [{ path: 'prerequisites', message: expect.stringContaining('Circle B → circle-a → Circle B') as string }] });
  // One that asks for its own badge is the smallest circle.
  const own = await world.call(courses.importCourse, { as: tove, body: { slug: 'own', document: document({ gives: { badge: 'reader', level: 1 }, prerequisites: { rule: 'badge', badge: 'reader' } }) } });
  expect(own.problem.code).toBe('course_incomplete');
  // What is given by hand too is no circle.
  definitions.set('reader', { state: 'active', renewFromDays: 0, byHand: true });
  expect((await world.call(courses.importCourse, { as: tove, body: { slug: 'circle-b', document: circle } })).status).toBe(200);
});

it('lets no teacher hand out authority by a course', async () => {
  const grab = { slug: 'grab', document: document({ gives: { badge: 'territory-manager', level: 1 } }) };
  expect((await world.call(courses.importCourse, { as: tove, body: grab })).problem).toMatchObject({ code: 'course_incomplete', faults: [{ path: 'gives.badge' }] });
  const manager = await world.person('mie');
  give(manager.memberId, 'territory-manager');
  expect((await world.call(courses.importCourse, { as: manager, body: { ...grab, slug: 'grant' } })).status).toBe(200);
});

it('publishes versions that never change, and the same content once', async () => {
  const { courseId } = await begin();
  await must(save(courseId, 1, document()));
  const publish = (revision: number, note?: string) => world.call(courses.publishCourse, { as: tove, params: { courseId }, body: { revision, ...(note ? { note } : {}) } });
  expect((await publish(1)).problem).toMatchObject({ status: 409, code: 'draft_changed_meanwhile', params: { revision: 2 } });
  const first = await must(publish(2, 'The first one'));
  expect(first).toMatchObject({ number: 1, note: 'The first one', publishedBy: { handle: 'tove' }, learners: 0, difference: null });
  expect(first.cid).toMatch(/^bagaaiera/);
  expect(await must(publish(2, 'again'))).toEqual(first);
  expect(await must(world.call(courses.getDraft, { as: tove, params: { courseId } }))).toMatchObject({ state: 'published', versionNumber: 1, changed: false });
  const second = document({ modules: [{ ...document().modules[0]!, lessons: [lesson('one', 'Better'), lesson('four')] }, document().modules[1]!] });
  expect(await must(save(courseId, 2, second))).toMatchObject({ changed: true });
  expect((await must(world.call(courses.checkDraft, { as: tove, params: { courseId } }))).difference).toMatchObject({ lessonsChanged: ['one'], lessonsAdded: ['four'], lessonsRemoved: ['two'] });
  const next = await must(publish(3));
  expect(next).toMatchObject({ number: 2, difference: { lessonsChanged: ['one'] } });
  const versions = await must(world.call(courses.listVersions, { as: tove, params: { courseId } }));
  expect(versions.items).toEqual([next, first]);
  const whole = await must(world.call(courses.getVersion, { as: tove, params: { courseId, versionId: first.versionId } }));
  expect(courses.courseDocument.parse(whole.document)).toEqual(courses.courseDocument.parse(document()));
  // Not even this service could change one.
  for (const change of [sql`update course_versions set number = 9`, sql`delete from course_versions`])
    await expect(world.service('course').db.transact('DK', (tx) => change.execute(tx.db))).rejects.toThrow(/permission denied/);
  // Restored in one click and published in the next, it is the first version again, for new learners too.
  expect(await must(world.call(courses.restoreDraft, { as: tove, params: { courseId }, body: { revision: 3, from: { versionId: first.versionId } } }))).toMatchObject({ revision: 4, versionNumber: 2, changed: true });
  expect(await must(publish(4))).toEqual(first);
  expect(await must(world.call(courses.getCourse, { params: { course: courseId } }))).toMatchObject({ versionNumber: 1 });
  expect((await world.events('course.published')).filter((event) => event['courseId'] === courseId).map((event) => event['number'])).toEqual([1, 2, 1]);
});

it('refuses pieces of other courses', async () => {
  const [one, two] = [await world.published(tove), await world.published(tove)];
  const wrong = { courseId: one.courseId, versionId: two.versionId };
  expect((await world.call(courses.getVersion, { as: tove, params: wrong })).problem).toMatchObject({ status: 404 });
  expect((await world.call(courses.restoreDraft, { as: tove, params: { courseId: one.courseId }, body: { revision: 1, from: { versionId: two.versionId } } })).problem).toMatchObject({ status: 404 });
  const { next } = await must(world.call(courses.listAuthoredCourses, { as: tove, query: { limit: 1 } }));
  for (const [route, params] of [[courses.listVersions, { courseId: one.courseId }], [courses.listDraftRevisions, { courseId: one.courseId }]] as const)
    expect((await world.call(route, { as: tove, params, query: { cursor: next! } })).problem).toMatchObject({ status: 400, code: 'cursor_invalid' });
  expect((await world.call(courses.listAuthoredCourses, { as: tove, query: { cursor: next!, state: 'draft' } })).problem).toMatchObject({ code: 'cursor_invalid' });
});

it('imports the same document once, and someone else’s address never', async () => {
  const first = await world.published(tove, {}, 'imported');
  expect(first).toMatchObject({ number: 1, published: true });
  expect(await world.published(tove, {}, 'imported')).toEqual({ ...first, published: false });
  expect(await world.published(tove, { level: 'advanced' }, 'imported')).toMatchObject({ courseId: first.courseId, number: 2, published: true });
  const tim = await world.teacher('tim');
  expect((await world.call(courses.importCourse, { as: tim, body: { slug: 'imported', document: document() } })).problem).toMatchObject({ status: 409, code: 'course_slug_taken' });
});

it('lists what one may edit', async () => {
  const ute = await world.teacher('ute');
  const mine = await begin('Mine', ute);
  now.at += 1_000;
  const { courseId: out } = await world.published(ute);
  const states = async (state?: string) => (await must(world.call(courses.listAuthoredCourses, { as: ute, query: { limit: 2, state } }))).items.map(({ courseId }) => courseId);
  expect(await states()).toEqual([out, mine.courseId]);
  expect((await states('draft'))[0]).toBe(mine.courseId);
  expect((await states('published'))[0]).toBe(out);
  await must(world.call(courses.archiveCourse, { as: ute, params: { courseId: out } }));
  expect(await states('archived')).toEqual([out]);
});
