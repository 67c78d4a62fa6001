import { course as courses } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { Permissions } from '@unityplan/service-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must, startCourseWorld, type CourseWorld } from './course-world.ts';
import { asked, give } from './badge-stand-in.ts';

let world: CourseWorld;
const now = { at: Date.UTC(2026, 10, 21, 9) };
const made: string[] = [];
beforeAll(async () => {
  world = await startCourseWorld({ clock: () => now.at });
  const tove = await world.teacher();
  for (let i = 0; i < 12; i++) {
    now.at += i % 3 === 0 ? 0 : 1_000;
    const { courseId } = await world.published(tove, {
      title: { en: `Course ${i}`, ...(i === 7 ? { da: 'Høstgilde på Ærø' } : {}) }, level: i % 2 ? 'advanced' : 'beginner', languages: i % 4 === 0 ? ['en'] : ['en', 'da'],
      prerequisites: i % 3 === 0 ? { rule: 'any', of: [{ rule: 'badge', badge: 'reader' }, { rule: 'badge', badge: 'voice', level: 2 }] } : null,
    });
    made.unshift(courseId);
  }
});
afterAll(() => world?.stop());

const list = (query: Record<string, string | number> = {}, as?: Parameters<CourseWorld['complete']>[0]) => must(world.call(courses.listCourses, { query: { limit: 100, ...query }, ...(as ? { as } : {}) }));
const ids = async (query: Record<string, string | number>) => (await list(query)).items.map(({ courseId }) => courseId);

it('lists published courses newest first, and pages both ways', async () => {
  expect(await ids({})).toEqual(made);
  const seen: string[] = [];
  let cursor: string | null | undefined;
  let previous: string | null = null;
  do {
    const page = await list({ limit: 5, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map(({ courseId }) => courseId));
    ({ previous } = page);
    cursor = page.next;
  } while (cursor);
  expect(seen).toEqual(made);
  expect((await list({ limit: 5, cursor: previous! })).items.map(({ courseId }) => courseId)).toEqual(made.slice(5, 10));
});

it('finds by language, level and words, whatever their case', async () => {
  const place = (n: number) => made[11 - n]!;
  expect(await ids({ level: 'advanced' })).toEqual(made.filter((_, i) => (11 - i) % 2 === 1));
  expect(await ids({ language: 'da' })).toEqual(made.filter((_, i) => (11 - i) % 4 !== 0));
  expect(await ids({ text: 'HØSTGILDE  ærø' })).toEqual([place(7)]);
  expect(await ids({ text: 'course 7' })).toEqual([place(7)]);
  expect(await ids({ text: '%' })).toEqual([]);
  expect(await ids({ text: "'; drop table courses; --" })).toEqual([]);
  expect(await ids({ text: 'host', level: 'beginner', language: 'da' })).toHaveLength(3);
});

it('tells each member who may begin what, with one look at their badges', async () => {
  const [bo, ida] = [await world.person('bo'), await world.person('ida')];
  give(ida.memberId, 'reader');
  await must(world.call(courses.enrol, { as: ida, params: { courseId: made[0]! } }));
  for (const [as, may] of [[bo, false], [ida, true]] as const) {
    world.service('course').app.get(Permissions).forget('DK', as.memberId);
    const before = asked.getHoldings;
    const { items } = await list({}, as);
    expect(asked.getHoldings - before).toBe(1);
    for (const item of items) expect(item.mine!.mayEnrol).toBe(item.prerequisites === null || may);
    const closed = items.find((item) => item.prerequisites)!.mine!;
    if (!may) expect(closed.access).toMatchObject({ allowed: false, needs: 'one', lacking: [{ badge: 'reader', reason: 'missing', name: { da: 'Emblem reader' } }, { badge: 'voice', level: 2 }] });
    else expect(items[0]!.mine).toMatchObject({ enrolled: 'active', percent: 0, completed: false });
  }
  expect((await list()).items.every(({ mine }) => mine === null)).toBe(true);
});

it('refuses a cursor of another list', async () => {
  const { next } = await list({ limit: 2 });
  const ida = await world.person('ida');
  for (const query of [{ level: 'beginner' }, { text: 'course' }, { language: 'da' }]) expect((await world.call(courses.listCourses, { query: { ...query, cursor: next! } })).problem).toMatchObject({ status: 400, code: 'cursor_invalid' });
  expect((await world.call(courses.listEnrolments, { as: ida, query: { cursor: next! } })).problem).toMatchObject({ status: 400, code: 'cursor_invalid' });
  const forged = Buffer.from(JSON.stringify(['courses    ', 'after', ['x', 'y']])).toString('base64url');
  expect((await world.call(courses.listCourses, { query: { cursor: forged } })).problem).toMatchObject({ code: 'cursor_invalid' });
});

it.each([['a level that is none', { level: 'expert' }], ['a language nobody speaks here', { language: 'de' }], ['too many at once', { limit: 101 }], ['a text without end', { text: 'x'.repeat(101) }]])('refuses %s', async (_what, query) => {
  expect((await world.call(courses.listCourses, { query })).problem).toMatchObject({ status: 400, code: 'input_invalid' });
});

it('describes courses to other services, in both languages', async () => {
  const rpc = world.service('course').app.get(RpcClient);
  const { courses: found } = await rpc.call(courses.describeCourses, 'DK', { courseIds: [made[4]!, made[0]!, '01900000-0000-7000-8000-00000000ffff'] });
  expect(found.map(({ title }) => title).toSorted((a, b) => a.en.localeCompare(b.en))).toEqual([{ en: 'Course 11', da: 'Course 11' }, { en: 'Course 7', da: 'Høstgilde på Ærø' }]);
  expect(await rpc.call(courses.describeCourses, 'DK', { courseIds: [] })).toEqual({ courses: [] });
});

it('lists what one takes, the one opened last first', async () => {
  const bo = await world.person('bo');
  for (const courseId of [made[1]!, made[3]!, made[4]!]) {
    now.at += 1_000;
    await must(world.call(courses.enrol, { as: bo, params: { courseId } }));
  }
  now.at += 1_000;
  await must(world.call(courses.savePosition, { as: bo, params: { courseId: made[1]! }, body: { lessonId: 'one', blockId: null } }));
  const own = (query: Record<string, string | number>) => must(world.call(courses.listEnrolments, { as: bo, query }));
  const first = await own({ limit: 2 });
  const second = await own({ limit: 2, cursor: first.next! });
  expect([...first.items, ...second.items].map(({ course }) => course.courseId)).toEqual([made[1], made[4], made[3]]);
  expect((await own({ limit: 2, cursor: second.previous! })).items.map(({ course }) => course.courseId)).toEqual([made[1], made[4]]);
  expect(first.items[0]).toMatchObject({ course: { title: { en: 'Course 10' } }, enrolment: { progress: { resume: { lessonId: 'one', blockId: null } } } });
});
