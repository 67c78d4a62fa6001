import { course as courses } from '@unityplan/contracts';
import type { TestMember } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must, startCourseWorld, type CourseWorld } from './course-world.ts';
import { quiz, rightAnswers } from '../src/testing/documents.ts';

let world: CourseWorld;
const now = { at: Date.UTC(2026, 10, 21, 9) };
beforeAll(async () => void (world = await startCourseWorld({ clock: () => now.at })));
afterAll(() => world?.stop());

const quizId = 'final';
async function taking(rules: Partial<courses.QuizDraft> = {}) {
  const [tove, bo] = [await world.teacher(), await world.person('bo')];
  const { courseId } = await world.published(tove, { quizzes: [quiz(quizId, rules)] });
  await must(world.call(courses.enrol, { as: bo, params: { courseId } }));
  return { bo, courseId, start: () => world.call(courses.startAttempt, { as: bo, params: { courseId, quizId } }), overview: () => must(world.call(courses.getQuiz, { as: bo, params: { courseId, quizId } })) };
}
const save = (as: TestMember, attemptId: string, seq: number, answers: unknown) => world.call(courses.saveAnswers, { as, params: { attemptId }, body: { seq, answers } });
const submit = (as: TestMember, attemptId: string, answers: unknown = {}, seq?: number) => world.call(courses.submitAttempt, { as, params: { attemptId }, body: { answers, ...(seq ? { seq } : {}) } });

it('begins one attempt at a time, and counts them', async () => {
  const { bo, start, overview } = await taking({ attempts: 2 });
  expect(await overview()).toMatchObject({ questionCount: 6, points: 6, attempts: 2, attemptsLeft: 2, mayStartAt: null, open: null, passed: false, recent: [], intro: { en: '<p>Take your time.</p>' } });
  const both = await Promise.all([must(start()), must(start())]);
  expect(both[0]).toEqual(both[1]);
  const { attemptId } = both[0];
  expect(await overview()).toMatchObject({ open: attemptId, attemptsLeft: 2, recent: [{ number: 1, state: 'open' }] });
  await must(submit(bo, attemptId));
  expect(await overview()).toMatchObject({ open: null, attemptsLeft: 1, recent: [{ percent: 0, passed: false }] });
  const next = await must(start());
  expect(next).toMatchObject({ number: 2 });
  expect(await must(submit(bo, next.attemptId, rightAnswers))).toMatchObject({ result: { passed: true } });
  expect(await overview()).toMatchObject({ attemptsLeft: 0, passed: true, mayStartAt: null });
  expect((await start()).problem).toMatchObject({ status: 409, code: 'quiz_attempts_used', params: { attempts: 2 } });
});

it('waits between attempts for as long as the author says', async () => {
  const { bo, start, overview } = await taking({ minutesBetween: 10 });
  await must(submit(bo, (await must(start())).attemptId));
  now.at += 61_000;
  expect((await start()).problem).toMatchObject({ status: 409, code: 'quiz_attempt_too_soon', params: { minutes: 9 } });
  expect((await overview()).mayStartAt).toBe(new Date(now.at - 61_000 + 600_000).toISOString());
  now.at += 9 * 60_000;
  expect(await must(start())).toMatchObject({ number: 2 });
});

it('keeps the newest answer to each question, in whatever order saves arrive', async () => {
  const { bo, start } = await taking();
  const { attemptId } = await must(start());
  const typed = (text: string) => ({ 'q-text': { kind: 'text', text } });
  expect(await must(save(bo, attemptId, 3, typed('third')))).toEqual({ seq: 3, answers: typed('third') });
  expect(await must(save(bo, attemptId, 1, { ...typed('first'), 'q-single': rightAnswers['q-single'] }))).toEqual({ seq: 3, answers: { ...typed('third'), 'q-single': rightAnswers['q-single'] } });
  expect(await must(save(bo, attemptId, 3, typed('third, sent again with something else')))).toMatchObject({ answers: typed('third') });
  expect(await must(save(bo, attemptId, 4, { 'q-text': null }))).toEqual({ seq: 4, answers: { 'q-single': rightAnswers['q-single'] } });
  await Promise.all([7, 5, 9, 6, 8].map((seq) => must(save(bo, attemptId, seq, typed(`save ${seq}`)))));
  expect((await must(world.call(courses.getAttempt, { as: bo, params: { attemptId } }))).saved).toMatchObject({ seq: 9, answers: typed('save 9') });
});

it('hands in once, with the last answers, and is closed after', async () => {
  const { bo, courseId, start } = await taking();
  const { attemptId } = await must(start());
  await must(save(bo, attemptId, 1, rightAnswers));
  const results = await Promise.all([submit(bo, attemptId, { 'q-single': { kind: 'single', choice: 'a' } }, 2), submit(bo, attemptId), submit(bo, attemptId)]);
  const [first] = await Promise.all(results.map((one) => must(Promise.resolve(one))));
  for (const { body } of results) expect(body.result).toEqual(first!.result);
  expect((await save(bo, attemptId, 9, { 'q-text': null })).problem).toMatchObject({ status: 409, code: 'quiz_attempt_closed' });
  expect((await world.events('quiz.submitted')).filter((event) => event['memberId'] === bo.memberId)).toEqual([{ courseId, memberId: bo.memberId, versionId: expect.any(String) as string, attemptId, quizId, passed: true }]);
});

it('marks every question, tells feedback to all and the right answers to who cannot use them any more', async () => {
  const { bo, start } = await taking({ attempts: 2 });
  const wrong = { ...rightAnswers, 'q-single': { kind: 'single', choice: 'a' }, 'q-matching': { kind: 'matching', pairs: { l1: 'r2' } }, 'q-ordering': { kind: 'ordering', items: ['i1', 'i2', 'i3'] }, 'q-text': null };
  const failed = await must(submit(bo, (await must(start())).attemptId, wrong));
  expect(failed.result).toMatchObject({ points: 2.5, outOf: 6, percent: 41, passed: false });
  const byId = new Map(failed.result!.questions.map((one) => [one.questionId, one]));
  expect(byId.get('q-single')).toEqual({ questionId: 'q-single', mark: 'wrong', points: 0, outOf: 1, feedback: { en: 'kingfisher', da: 'kingfisher på dansk' }, solution: null });
  expect([...byId.values()].map(({ questionId, mark }) => [questionId, mark]).sort()).toEqual([['q-matching', 'partly'], ['q-multiple', 'right'], ['q-number', 'right'], ['q-ordering', 'wrong'], ['q-single', 'wrong'], ['q-text', 'unanswered']]);
  expect(failed.result!.questions.map(({ questionId }) => questionId)).toEqual(failed.questions.map(({ id }) => id));
  const last = await must(submit(bo, (await must(start())).attemptId));
  expect(last.result!.questions.find(({ questionId }) => questionId === 'q-ordering')!.solution).toEqual({ kind: 'ordering', items: ['i2', 'i3', 'i1'] });
});

it.each<[string, unknown, number, string]>([
  ['an unknown question', { 'q-none': { kind: 'text', text: 'x' } }, 422, 'body.answers.q-none'],
  ['a name of every object', { constructor: { kind: 'text', text: 'x' } }, 422, 'body.answers.constructor'],
  ['another kind', { 'q-single': { kind: 'text', text: 'b' } }, 422, 'body.answers.q-single.kind'],
  ['a kind that is none', { 'q-single': { kind: 'essay', text: 'b' } }, 400, 'body.answers.q-single.kind'],
  ['a choice that is not offered', { 'q-single': { kind: 'single', choice: 'z' } }, 422, 'body.answers.q-single.choice'],
  ['doubles', { 'q-multiple': { kind: 'multiple', choices: ['a', 'a'] } }, 422, 'body.answers.q-multiple.choices.1'],
  ['too many choices', { 'q-multiple': { kind: 'multiple', choices: Array.from({ length: 13 }, (_, i) => `c${i}`) } }, 400, 'body.answers.q-multiple.choices'],
  ['too many answers', Object.fromEntries(Array.from({ length: 61 }, (_, i) => [`q${i}`, null])), 400, 'body.answers'],
  ['a pair of nothing', { 'q-matching': { kind: 'matching', pairs: { l1: 'r9' } } }, 422, 'body.answers.q-matching.pairs.l1'],
  ['half an order', { 'q-ordering': { kind: 'ordering', items: ['i1'] } }, 422, 'body.answers.q-ordering.items'],
  ['not a number', { 'q-number': { kind: 'number', value: 'NaN' } }, 400, 'body.answers.q-number.value'],
  ['a number that is no text', { 'q-number': { kind: 'number', value: 8 } }, 400, 'body.answers.q-number.value'],
  ['a text without end', { 'q-text': { kind: 'text', text: 'x'.repeat(501) } }, 400, 'body.answers.q-text.text'],
  ['more than an answer', { 'q-text': { kind: 'text', text: 'x', points: 5 } }, 400, 'body.answers.q-text'],
])('refuses %s by name, and keeps what was there', async (_what, answers, status, path) => {
  const { bo, start } = await taking();
  const { attemptId } = await must(start());
  await must(save(bo, attemptId, 1, { 'q-single': rightAnswers['q-single'] }));
  for (const answer of [await save(bo, attemptId, 2, answers), await submit(bo, attemptId, answers)])
    expect(answer.problem).toMatchObject({ status, code: status === 400 ? 'input_invalid' : 'quiz_answer_outside', faults: [{ path }] });
  expect(await must(world.call(courses.getAttempt, { as: bo, params: { attemptId } }))).toMatchObject({ state: 'open', saved: { seq: 1, answers: { 'q-single': rightAnswers['q-single'] } } });
});

it('takes no answer under a name that objects have', async () => {
  const { bo, start } = await taking();
  const { attemptId } = await must(start());
  const body = '{"seq":1,"answers":{"__proto__":{"kind":"text","text":"x"}}}';
  expect((await world.call(courses.saveAnswers, { as: bo, params: { attemptId }, body, headers: { 'content-type': 'application/json' } })).problem).toMatchObject({ status: 400 });
  expect((await must(world.call(courses.getAttempt, { as: bo, params: { attemptId } }))).saved).toEqual({ seq: 0, answers: {} });
});

it.each([['no number', { answers: {} }], ['a number below one', { seq: 0, answers: {} }], ['a fraction', { seq: 1.5, answers: {} }], ['no answers', { seq: 1 }], ['a list', { seq: 1, answers: [] }]])('refuses a save with %s', async (_what, body) => {
  const { bo, start } = await taking();
  const { attemptId } = await must(start());
  expect((await world.call(courses.saveAnswers, { as: bo, params: { attemptId }, body })).problem).toMatchObject({ status: 400, code: 'input_invalid' });
});

it('gives the first attempt again for the same key, and refuses the key for another quiz', async () => {
  const { bo, courseId, start } = await taking();
  const request = { as: bo, params: { courseId, quizId }, headers: { 'idempotency-key': 'start-attempt-1' } };
  const first = await must(world.call(courses.startAttempt, request));
  await must(submit(bo, first.attemptId));
  expect(await must(world.call(courses.startAttempt, request))).toMatchObject({ attemptId: first.attemptId, state: 'submitted' });
  expect(await must(start())).toMatchObject({ number: 2 });
  const other = await taking();
  const elsewhere = await world.published(await world.teacher());
  await must(world.call(courses.enrol, { as: bo, params: { courseId: elsewhere.courseId } }));
  expect((await world.call(courses.startAttempt, { ...request, params: { courseId: elsewhere.courseId, quizId } })).problem).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  expect((await world.call(courses.startAttempt, { as: other.bo, params: { courseId: other.courseId, quizId: 'none' } })).problem).toMatchObject({ status: 404 });
});

it('keeps what people answer under their own key', async () => {
  const { bo, start } = await taking();
  const { attemptId } = await must(start());
  await must(save(bo, attemptId, 1, { 'q-text': { kind: 'text', text: 'my grandmother said' } }));
  const rows = await world.ground.query<{ row: string }>(`select to_json(a)::text as row from territory_dk.course_attempts a where id = $1`, [attemptId]);
  expect(rows[0]!.row).not.toMatch(/grandmother|q-text/);
  await world.ground.query('delete from territory_dk.course_learners where member_id = $1', [bo.memberId]);
  expect((await world.call(courses.getAttempt, { as: bo, params: { attemptId } })).problem).toMatchObject({ status: 404 });
});
