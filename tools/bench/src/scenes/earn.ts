import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Findings, Ground } from '../bench.ts';
import { percentile } from '../figures.ts';
import { api } from '../people.ts';
import { root } from '../pod.ts';
import { issuerKey, tokenFor } from './course-ground.ts';

const learners = 60;
const slug = 'hosting-a-good-conversation';
const [quizId, badge] = ['final-quiz', 'community-host'];
const pollMs = 5;

interface Quiz {
  readonly questions: readonly { readonly id: string; readonly kind: string; readonly correct?: unknown; readonly accepted?: { readonly en: readonly string[] } }[];
}

/** From a learner's last answer to a badge that opens a door: completion, event, award, and what the badge service says of the gate. */
export async function measureEarn({ pod, rounds, tell }: Ground): Promise<Findings> {
  const admin = new pg.Client({ ...pod.administrator, options: '-c search_path=territory_dk' });
  await admin.connect();
  const key = await issuerKey(admin);
  const manager = randomUUID();
  await admin.query('insert into badge_member_keys (member_id) values ($1)', [manager]);
  await admin.query(
    `insert into user_badges (id, member_id, badge, level, territory, definition_version, awarded_at, source) values (gen_random_uuid(), $1, 'territory-manager', 1, 'DK', 1, now(), 'hand')`, [manager]).finally(() => admin.end());
  const { courseId, modules } = await api<{ courseId: string; modules: { lessons: { lessonId: string; quizIds: string[] }[] }[] }>(pod, 'GET', `/courses/${slug}`);
  const lessons = modules.flatMap((module) => module.lessons.filter(({ quizIds }) => quizIds.length === 0).map(({ lessonId }) => lessonId));
  const answers = rightAnswers();
  const found = { p50: [] as number[], p95: [] as number[], cpu: [] as number[], closed: [] as number[], closedLate: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const ready: { token: string; attemptId: string }[] = [];
    for (let n = 0; n < learners; n++) {
      const token = tokenFor(randomUUID(), key);
      await api(pod, 'PUT', `/courses/${courseId}/enrolment`, undefined, token);
      for (const lessonId of lessons) await api(pod, 'PUT', `/courses/${courseId}/lessons/${lessonId}/done`, undefined, token);
      ready.push({ token, attemptId: (await api<{ attemptId: string }>(pod, 'POST', `/courses/${courseId}/quizzes/${quizId}/attempts`, undefined, token)).attemptId });
    }
    await pod.quiet();
    const before = pod.cpu();
    const times: number[] = [];
    for (const { token, attemptId } of ready) {
      const started = performance.now();
      await api(pod, 'POST', `/attempts/${attemptId}/submission`, { answers, seq: 1 }, token);
      while (!(await opens(pod, token))) await new Promise((resolve) => setTimeout(resolve, pollMs));
      times.push(performance.now() - started);
    }
    const after = pod.cpu();
    const closing: number[] = [];
    for (const { token } of ready) closing.push(await revoke(pod, token, tokenFor(manager, key)));
    found.closed.push(percentile(closing, 0.5));
    found.closedLate.push(percentile(closing, 0.95));
    found.p50.push(percentile(times, 0.5));
    found.p95.push(percentile(times, 0.95));
    found.cpu.push((after.services + after.postgres - before.services - before.postgres) / learners);
    tell(`earn, round ${round + 1}: p50 ${found.p50.at(-1)!.toFixed(0)} ms, p95 ${found.p95.at(-1)!.toFixed(0)} ms; revoked p95 ${found.closedLate.at(-1)!.toFixed(0)} ms`);
  }
  return {
    figures: [
      { name: 'quiz submitted → the badge opens its door, p95', unit: 'ms', values: found.p95, goal: 2_000 },
      { name: '… p50', unit: 'ms', values: found.p50 },
      { name: '… of services and PostgreSQL, with asking', unit: 'CPU-ms', values: found.cpu },
      { name: 'badge revoked → its door is closed in another service, p95', unit: 'ms', values: found.closedLate, goal: 1_000 },
      { name: '… p50', unit: 'ms', values: found.closed },
    ],
    notes: [`Earning: ${learners} learners a round, one after the other, each with all lessons done; asked again ${pollMs} ms after each answer whether the gate of the badge opens.`],
  };
}

async function opens(pod: Ground['pod'], token: string): Promise<boolean> {
  return (await api<{ allowed: boolean }>(pod, 'POST', '/access-checks', { gate: { rule: 'badge', badge } }, token)).allowed;
}

/** Milliseconds from asking for a badge to be taken back until the forum refuses its holder; posting into a topic that only it opens. */
async function revoke(pod: Ground['pod'], token: string, manager: string): Promise<number> {
  const { items } = await api<{ items: { awardId: string; badge: { badge: string } }[] }>(pod, 'GET', '/awards', undefined, token);
  await createAllowed(pod, token); // as the forum knows it now
  const started = performance.now();
  await api(pod, 'POST', `/awards/${items.find((award) => award.badge.badge === badge)!.awardId}/revocation`, { reason: 'Measured.' }, manager);
  while (await createAllowed(pod, token)) await new Promise((resolve) => setTimeout(resolve, pollMs));
  return performance.now() - started;
}

/** Whether the forum lets this member begin a topic in a category that the badge opens. */
async function createAllowed(pod: Ground['pod'], token: string): Promise<boolean> {
  const { items } = await api<{ items: { gates: { create: { rule: string } }; may: { create: { allowed: boolean } } }[] }>(pod, 'GET', '/categories', undefined, token);
  return items.find(({ gates }) => gates.create.rule === 'badge')!.may.create.allowed;
}

/** What a teacher knows. */
function rightAnswers(): Record<string, unknown> {
  const quiz = JSON.parse(readFileSync(join(root, 'apps/course/content', slug, 'quiz.json'), 'utf8')) as Quiz;
  const part = { single: 'choice', multiple: 'choices', matching: 'pairs', ordering: 'items', text: 'text', number: 'value' } as Record<string, string>;
  return Object.fromEntries(quiz.questions.map(({ id, kind, correct, accepted }) => [id, { kind, [part[kind]!]: kind === 'text' ? accepted!.en[0] : kind === 'number' ? String(correct) : correct }]));
}
