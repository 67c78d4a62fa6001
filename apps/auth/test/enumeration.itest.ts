import { auth, type RouteContract } from '@unityplan/contracts';
import { expectPublished, type CallAnswer } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyEmail, anyIp, authAlone, goodPassword, memberIdOf, newAccount, type AuthAlone } from './support.ts';

// An attacker must not learn who has an account: not from the text, the status, a header, or the time.
let pod: AuthAlone;
let verified: string;
let unverified: string;
beforeAll(async () => {
  pod = await authAlone();
  verified = (await newAccount(pod)).email;
  unverified = anyEmail();
  await pod.register(unverified);
});
afterAll(() => pod?.stop());

/** What differs between two answers to the same question can only be a trace id or a date. */
function visible({ status, headers, body }: CallAnswer<RouteContract>) {
  const { traceId: _, ...text } = (body ?? {}) as Record<string, unknown>;
  return { status, headers: Object.keys(headers).sort(), text };
}

const rounds = 12;
const mostRounds = 60;
const spread = (seen: readonly { quickest: number }[]): number => Math.max(...seen.map(({ quickest }) => quickest)) - Math.min(...seen.map(({ quickest }) => quickest));

/**
 * Asks in turn, and gives for each address what was visible and the quickest time in ms: the least disturbed one. A busy machine
 * takes more rounds until each was undisturbed once; a path that really takes longer stays longer however often it is asked.
 */
async function ask(emails: (() => string)[], question: (email: string) => Promise<CallAnswer<RouteContract>>) {
  const seen = emails.map(() => ({ answer: undefined as unknown, quickest: Infinity }));
  for (let round = 0; round < rounds || (round < mostRounds && spread(seen) >= 50); round++)
    for (const [i, email] of emails.entries()) {
      const address = email();
      const started = performance.now();
      const answer = await question(address);
      seen[i]!.quickest = Math.min(seen[i]!.quickest, performance.now() - started);
      seen[i]!.answer = visible(answer);
    }
  return seen;
}

function expectAlike(seen: Awaited<ReturnType<typeof ask>>): void {
  for (const one of seen) expect(one.answer).toEqual(seen[0]!.answer);
  const times = seen.map(({ quickest }) => quickest);
  // Every answer waits for the next 100 ms, which hides the few milliseconds between one path and another.
  expect(Math.min(...times), times.join(' ')).toBeGreaterThanOrEqual(99);
  expect(spread(seen), times.join(' ')).toBeLessThan(50);
}

/** Limits count by address; here only the difference between addresses matters. */
async function unlimited() {
  await pod.ground.query('delete from territory_dk.auth_attempts');
}

it('sign-in: an unknown address looks like a wrong password', async () => {
  const question = async (email: string) => {
    await unlimited();
    return pod.signIn(email, { password: 'a wrong password here' }) as Promise<CallAnswer<RouteContract>>;
  };
  expectAlike(await ask([() => verified, () => unverified, anyEmail], question));
});

it('registration: a known address looks like a new one, and its owner is told', async () => {
  const question = async (email: string) => {
    await unlimited();
    return pod.call(auth.register, { body: { email, password: goodPassword, language: 'en' }, ip: anyIp() }) as Promise<CallAnswer<RouteContract>>;
  };
  expectAlike(await ask([() => verified, () => unverified, anyEmail], question));
  await expectPublished(pod.ground.client, auth.registrationRepeated, {});
  await expectPublished(pod.ground.client, auth.verificationRequested, { language: 'en' });
});

it.each([auth.requestPasswordReset, auth.requestVerification])('$id: the answer does not tell', async (route) => {
  const question = async (email: string) => {
    await unlimited();
    return pod.call(route, { body: { email }, ip: anyIp() }) as Promise<CallAnswer<RouteContract>>;
  };
  expectAlike(await ask([() => verified, () => unverified, anyEmail], question));
});

it('a pause is the same for unknown addresses', async () => {
  pod.time.stoppedAt = Date.now();
  const ip = anyIp();
  const until = async (email: string) => {
    const codes = [];
    for (let i = 0; i < 7; i++) codes.push((await pod.signIn(email, { password: 'a wrong password here', ip: `${ip}0`.replace(/\d+$/, email === verified ? '1' : '2') })).problem.code);
    return codes;
  };
  await unlimited();
  const known = await until(verified);
  expect(known).toContain('sign_in_paused');
  expect(await until(anyEmail())).toEqual(known);
});

it('the mail that a repeated registration leads to goes by its latest choices', async () => {
  const email = anyEmail();
  await pod.register(email);
  const memberId = await memberIdOf(pod);
  const oldLink = await pod.linkToken(memberId, 'verify_email');
  const again = 'another four unrelated words';
  await pod.call(auth.register, { body: { email, password: again, language: 'en' }, ip: anyIp() });
  await expectPublished(pod.ground.client, auth.verificationRequested, { memberId, language: 'en' });
  expect((await pod.call(auth.verifyEmail, { body: { token: oldLink } })).problem.code).toBe('link_expired');
  await pod.verify(memberId);
  expect((await pod.signIn(email)).problem.code).toBe('sign_in_refused');
  expect((await pod.signIn(email, { password: again })).status).toBe(201);
});
