import { course as courses } from '@unityplan/contracts';
import { Permissions } from '@unityplan/service-kit';
import type { TestMember } from '@unityplan/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { give, holdings } from './badge-stand-in.ts';
import { must, startCourseWorld, type CourseWorld } from './course-world.ts';
import { documentOf, Model, type Content, type ModelLearner } from './history-model.ts';

const numRuns = process.env['PROOF'] === 'full' ? 10_000 : Number(process.env['HISTORIES'] ?? 50);

let world: CourseWorld;
let author: TestMember;
let people: readonly [TestMember, TestMember];
beforeAll(async () => void (world = await startCourseWorld()));
afterAll(() => world?.stop());

let comeAt = Number.NEGATIVE_INFINITY;
async function newPeople(): Promise<void> {
  comeAt = performance.now();
  author = await world.teacher();
  people = [await world.person('bo'), await world.person('ida')];
}

interface Real { readonly courseId: string }
type Enrolment = Awaited<ReturnType<typeof enrolmentOf>>;
type Command = fc.AsyncCommand<Model, Real>;
const call: CourseWorld['call'] = (route, options) => world.call(route, options);

/** A step that `when` allows; it does the same in the model and in the service. */
function step(name: string, when: (model: Model) => boolean, run: (model: Model, real: Real) => Promise<void>): Command {
  return { check: (model) => when(model), run, toString: () => name };
}
const enrolmentOf = (who: 0 | 1, courseId: string) => must(call(courses.getCourse, { as: people[who], params: { course: courseId } })).then((page) => page.mine!.enrolment!);

/** The service says of a learner what the model says; a completion that the model just saw must be there, and any other as it was. */
function agree(model: Model, learner: ModelLearner, shown: Enrolment): void {
  const { content, versionId } = model.versions[learner.version]!;
  const { done, passed, percent, complete } = learner.standing(content);
  expect(shown).toMatchObject({ state: learner.state, run: learner.run, version: { versionId }, progress: { done, passed, percent } });
  expect(new Set(shown.earlier.map((one) => one.versionId))).toEqual(new Set([...learner.visited].filter((v) => v !== learner.version && v !== model.current).map((v) => model.versions[v]!.versionId)));
  const known = learner.completions.get(learner.run);
  if (known === undefined && complete && shown.completion) learner.completions.set(learner.run, shown.completion.completionId);
  expect(shown.completion?.completionId ?? null).toBe(learner.completions.get(learner.run) ?? null);
  if (complete && learner.state === 'active') expect(shown.completion).not.toBeNull();
  expect(shown.completions).toBe(learner.completions.size);
}

const content: fc.Arbitrary<Content> = fc.record({
  lessons: fc.uniqueArray(fc.tuple(fc.constantFrom('a' as const, 'b' as const, 'c' as const), fc.nat({ max: 1 })), { minLength: 1, maxLength: 3, selector: ([id]) => id }),
  quiz: fc.constantFrom('x' as const, 'y' as const, 'x' as const, null),
});
const who = fc.constantFrom(0 as const, 1 as const);
const active = (n: 0 | 1) => (model: Model) => model.learners[n].state === 'active';
const isSame = (a: Content | null, b: Content) => JSON.stringify(a) === JSON.stringify(b);

const edit = (next: Content, late: boolean) => step(`edit${late ? ' late' : ''}(${JSON.stringify(next)})`, (model) => !late || model.revision > 1, async (model, { courseId }) => {
  const answer = await call(courses.saveDraft, { as: author, params: { courseId }, body: { revision: model.revision - (late ? 1 : 0), document: documentOf(next) } });
  if (late && !isSame(model.draft, next)) return expect(answer.problem).toMatchObject({ code: 'draft_changed_meanwhile', params: { revision: model.revision } });
  expect(answer.body.revision).toBe(model.revision + (isSame(model.draft, next) ? 0 : 1));
  Object.assign(model, { revision: answer.body.revision, draft: next });
});
const publish = () => step('publish', (model) => model.draft !== null, async (model, { courseId }) => {
  const { versionId, number } = await must(call(courses.publishCourse, { as: author, params: { courseId }, body: { revision: model.revision } }));
  const known = model.versions.findIndex((version) => isSame(version.content, model.draft!));
  if (known < 0) model.versions.push({ versionId, content: model.draft! });
  model.current = known < 0 ? model.versions.length - 1 : known;
  expect([versionId, number]).toEqual([model.versions[model.current]!.versionId, model.current + 1]);
});
const rollBack = (k: number) => step(`rollBack(${k})`, (model) => model.versions.length > 0, async (model, { courseId }) => {
  const { versionId, content: was } = model.versions[k % model.versions.length]!;
  const { revision, document } = await must(call(courses.restoreDraft, { as: author, params: { courseId }, body: { revision: model.revision, from: { versionId } } }));
  expect(document.modules).toEqual(courses.courseDocument.parse(documentOf(was)).modules);
  Object.assign(model, { revision, draft: was });
});
const enrol = (n: 0 | 1) => step(`enrol(${n})`, (model) => model.current >= 0, async (model, { courseId }) => {
  const learner = model.learners[n];
  if (learner.state === 'none') learner.version = model.current;
  learner.state = 'active';
  learner.visited.add(learner.version);
  agree(model, learner, await must(call(courses.enrol, { as: people[n], params: { courseId } })));
});
const leave = (n: 0 | 1) => step(`leave(${n})`, (model) => model.learners[n].state !== 'none', async (model, { courseId }) => {
  expect((await call(courses.leaveCourse, { as: people[n], params: { courseId } })).status).toBe(204);
  model.learners[n].state = 'left';
  agree(model, model.learners[n], await enrolmentOf(n, courseId));
});
const finish = (n: 0 | 1, k: number, twice: boolean) => step(`finish(${n}, ${k}${twice ? ', twice' : ''})`, active(n), async (model, { courseId }) => {
  const learner = model.learners[n];
  const { lessons } = model.versions[learner.version]!.content;
  const [lessonId, wording] = lessons[k % lessons.length]!;
  const ask = () => must(call(courses.finishLesson, { as: people[n], params: { courseId, lessonId } }));
  learner.done.add(`${learner.run} ${lessonId} ${wording}`);
  for (const shown of await Promise.all(twice ? [ask(), ask()] : [ask()])) agree(model, learner, shown);
});
const view = (n: 0 | 1, k: number) => step(`view(${n}, ${k})`, active(n), async (model, { courseId }) => {
  const { lessons } = model.versions[model.learners[n].version]!.content;
  const [lessonId, wording] = lessons[k % lessons.length]!;
  expect((await must(call(courses.getLesson, { as: people[n], params: { courseId, lessonId } }))).blocks).toMatchObject([{ html: { en: `<p>Text ${wording} of ${lessonId}</p>` } }]);
  await must(call(courses.savePosition, { as: people[n], params: { courseId }, body: { lessonId, blockId: 't' } }));
  agree(model, model.learners[n], await enrolmentOf(n, courseId));
});
const quizHere = (n: 0 | 1) => (model: Model) => active(n)(model) && model.versions[model.learners[n].version]!.content.quiz !== null;
const start = (n: 0 | 1) => step(`start(${n})`, quizHere(n), async (model, { courseId }) => {
  const learner = model.learners[n];
  const quiz = model.versions[learner.version]!.content.quiz!;
  const { attemptId, versionId } = await must(call(courses.startAttempt, { as: people[n], params: { courseId, quizId: 'q' } }));
  const open = learner.openAttempt(quiz);
  if (!open) learner.attempts.push({ attemptId, version: learner.version, run: learner.run, quiz, answer: null, passed: null });
  else expect([attemptId, versionId]).toEqual([open.attemptId, model.versions[open.version]!.versionId]);
});
/** The attempt begun last that is not handed in, in whatever version and run it was begun. */
const openOf = (model: Model, n: 0 | 1) => model.learners[n].attempts.findLast((one) => one.passed === null);
const anyOpen = (n: 0 | 1) => (model: Model) => active(n)(model) && openOf(model, n) !== undefined;
const answer = (n: 0 | 1, choice: 'x' | 'y', seq: number) => step(`answer(${n}, ${choice}, ${seq})`, anyOpen(n), async (model) => {
  const attempt = openOf(model, n)!;
  const saved = await must(call(courses.saveAnswers, { as: people[n], params: { attemptId: attempt.attemptId }, body: { seq, answers: { q1: { kind: 'single', choice } } } }));
  if (!attempt.answer || attempt.answer.seq < seq) attempt.answer = { seq, choice };
  expect(saved).toEqual({ seq: attempt.answer.seq, answers: { q1: { kind: 'single', choice: attempt.answer.choice } } });
});
const handIn = (n: 0 | 1, twice: boolean) => step(`handIn(${n}${twice ? ', twice' : ''})`, anyOpen(n), async (model) => {
  const learner = model.learners[n];
  const attempt = openOf(model, n)!;
  const ask = () => must(call(courses.submitAttempt, { as: people[n], params: { attemptId: attempt.attemptId }, body: {} }));
  const answers = await Promise.all(twice ? [ask(), ask(), ask()] : [ask()]);
  attempt.passed = attempt.answer?.choice === attempt.quiz;
  for (const { result, enrolment } of answers) {
    expect(result!.passed).toBe(attempt.passed);
    agree(model, learner, enrolment);
  }
});
const move = (n: 0 | 1, k: number) => step(`move(${n}, ${k})`, active(n), async (model, { courseId }) => {
  const learner = model.learners[n];
  const target = k % model.versions.length;
  const moved = await call(courses.moveToVersion, { as: people[n], params: { courseId }, body: { versionId: model.versions[target]!.versionId } });
  if (target !== model.current && !learner.visited.has(target)) return expect(moved.problem).toMatchObject({ code: 'course_version_closed' });
  learner.version = target;
  learner.visited.add(target);
  agree(model, learner, await must(Promise.resolve(moved)));
});
const renew = (n: 0 | 1, expired: boolean) => step(`renew(${n}${expired ? ', expired' : ''})`, active(n), async (model, { courseId }) => {
  const learner = model.learners[n];
  holdings.delete(people[n].memberId);
  give(people[n].memberId, 'host', { expiresAt: expired ? '2026-01-01T00:00:00.000Z' : null });
  world.service('course').app.get(Permissions).forget('DK', people[n].memberId);
  const renewed = await call(courses.renewCourse, { as: people[n], params: { courseId } });
  const goesOn = learner.run > 1 && !learner.completions.has(learner.run);
  if (!goesOn && !(expired && learner.completions.has(learner.run))) return expect(renewed.problem).toMatchObject({ code: 'course_not_renewable' });
  if (!goesOn) {
    learner.run++;
    learner.version = model.current;
    learner.visited.add(model.current);
  }
  agree(model, learner, await must(Promise.resolve(renewed)));
});

/** Takes the course nearly or wholly to its end, so that histories meet completions. */
const learn = (n: 0 | 1, all: boolean) => step(`learn(${n}${all ? ', all' : ''})`, (model) => model.current >= 0, async (model, real) => {
  const does = async (command: Command): Promise<void> => void ((await command.check(model)) && (await command.run(model, real)));
  await does(enrol(n));
  const { lessons, quiz } = model.versions[model.learners[n].version]!.content;
  for (let k = all ? 0 : 1; k < lessons.length; k++) await does(finish(n, k, false));
  if (quiz === null || model.learners[n].passed(quiz)) return;
  for (const command of [start(n), answer(n, quiz, 9), handIn(n, false)]) await does(command);
});

const commands = fc.commands<Model, Real, false>(
  [
    fc.tuple(content, fc.boolean()).map(([next, late]) => edit(next, late && next.quiz === 'y')), content.map((next) => edit(next, false)), fc.constant(null).map(publish), fc.constant(null).map(publish), fc.nat({ max: 9 }).map(rollBack),
    who.map(enrol), who.map(leave), fc.tuple(who, fc.boolean()).map(([n, all]) => learn(n, all)), fc.tuple(who, fc.boolean()).map(([n, all]) => learn(n, all)), fc.tuple(who, fc.nat({ max: 2 }), fc.boolean()).map(([n, k, twice]) => finish(n, k, twice)), fc.tuple(who, fc.nat({ max: 2 }), fc.boolean()).map(([n, k, twice]) => finish(n, k, twice)),
    fc.tuple(who, fc.nat({ max: 2 })).map(([n, k]) => view(n, k)), who.map(start), fc.tuple(who, fc.constantFrom('x' as const, 'y' as const), fc.integer({ min: 1, max: 5 })).map(([n, choice, seq]) => answer(n, choice, seq)),
    fc.tuple(who, fc.boolean()).map(([n, twice]) => handIn(n, twice)), fc.tuple(who, fc.nat({ max: 9 })).map(([n, k]) => move(n, k)), fc.tuple(who, fc.boolean()).map(([n, expired]) => renew(n, expired)),
  ],
  { maxCommands: 24, size: 'max' },
);

/** Comes back to the course and finds every answer, result and completion that ever was. */
async function nothingIsLost(model: Model, { courseId }: Real): Promise<void> {
  const rows = await world.ground.query<{ member_id: string; run: number; id: string }>('select member_id, run, id from territory_dk.course_completions where course_id = $1', [courseId]);
  const told = (await world.ground.query<{ payload: Record<string, string> }>(`select payload from messaging.outbox where event = 'course.completed' and payload->>'courseId' = $1`, [courseId])).map(({ payload }) => payload['completionId']);
  expect(told.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  for (const [n, learner] of model.learners.entries()) {
    expect(new Map(rows.filter(({ member_id }) => member_id === people[n]!.memberId).map(({ run, id }) => [run, id]))).toEqual(learner.completions);
    if (learner.state === 'none') continue;
    await must(call(courses.enrol, { as: people[n]!, params: { courseId } }));
    for (const attempt of learner.attempts) {
      const shown = await must(call(courses.getAttempt, { as: people[n]!, params: { attemptId: attempt.attemptId } }));
      expect(shown).toMatchObject({ versionId: model.versions[attempt.version]!.versionId, state: attempt.passed === null ? 'open' : 'submitted' });
      expect(shown.saved.answers).toEqual(attempt.answer ? { q1: { kind: 'single', choice: attempt.answer.choice } } : {});
      expect(shown.result?.passed ?? null).toBe(attempt.passed);
    }
  }
}

it(`loses no completion and no answer in ${numRuns} histories of editing, publishing, learning, moving, rolling back, leaving and returning`, async () => {
  const seen = { versions: 0, completions: 0, attempts: 0, runs: 0 };
  await fc.assert(
    fc.asyncProperty(commands, async (history) => {
      // Tokens last for a quarter of an hour, which is less than all histories take.
      if (performance.now() - comeAt > 5 * 60_000) await newPeople();
      const { courseId } = await must(call(courses.createCourse, { as: author, body: { title: { en: `History ${Math.random()}` }, language: 'en' } }));
      const model = new Model();
      for (const { memberId } of people) holdings.delete(memberId);
      // A history that publishes nothing tells nothing.
      await edit({ lessons: [['a', 0], ['b', 0]], quiz: 'x' }, false).run(model, { courseId });
      await publish().run(model, { courseId });
      await fc.asyncModelRun(() => ({ model, real: { courseId } }), history);
      await nothingIsLost(model, { courseId });
      seen.versions += model.versions.length;
      for (const learner of model.learners) {
        seen.completions += learner.completions.size;
        seen.attempts += learner.attempts.length;
        seen.runs += learner.run - 1;
      }
    }),
    { numRuns, endOnFailure: true },
  );
  if (numRuns > 1_000) console.log(seen);
  expect(seen.completions).toBeGreaterThan(numRuns / 20);
  expect(seen.versions).toBeGreaterThan(numRuns);
}, 4 * 3_600_000);
