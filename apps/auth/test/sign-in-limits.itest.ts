import { auth } from '@unityplan/contracts';
import { expectPublished } from '@unityplan/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { anyEmail, anyIp, authAlone, newAccount, type AuthAlone } from './support.ts';

let pod: AuthAlone;
beforeAll(async () => {
  pod = await authAlone();
});
afterAll(() => pod?.stop());
beforeEach(() => {
  // Stands still, so that how long a guess takes here lets nobody in.
  Object.assign(pod.time, { offset: 0, stoppedAt: Date.now() });
});

const guess = (email: string, ip: string) => pod.signIn(email, { password: 'a wrong password here', ip });

it('pauses one network guessing at one account, longer each time, never for ever', async () => {
  const { email, memberId } = await newAccount(pod);
  const ip = anyIp();
  for (let i = 0; i < 5; i++) expect((await guess(email, ip)).problem.code).toBe('sign_in_refused');
  await expectPublished(pod.ground.client, auth.signInRefused, { memberId, reason: 'password' });

  const waits: number[] = [];
  for (let i = 0; i < 12; i++) {
    const paused = await guess(email, ip);
    expect(paused).toMatchObject({ status: 429, problem: { code: 'sign_in_paused' } });
    const { retryAfter } = paused.problem.params as { retryAfter: number };
    expect(paused.headers['retry-after']).toBe(String(retryAfter));
    waits.push(retryAfter);
    pod.time.offset += retryAfter * 1000;
    expect((await guess(email, ip)).problem.code).toBe('sign_in_refused');
  }
  expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8]);
  expect(Math.max(...waits)).toBeLessThanOrEqual(15 * 60);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  await expectPublished(pod.ground.client, auth.signInRefused, { memberId, reason: 'paused' });
  // Elsewhere the owner of the account may come in before the guesser.
  pod.time.offset += 5 * 60_000;
  expect((await pod.signIn(email)).status).toBe(201);
});

it('forgets wrong guesses after the right password', async () => {
  const { email } = await newAccount(pod);
  const ip = anyIp();
  for (let round = 0; round < 4; round++) {
    for (let i = 0; i < 4; i++) expect((await guess(email, ip)).problem.code).toBe('sign_in_refused');
    expect((await pod.signIn(email, { ip })).status).toBe(201);
  }
});

it('pauses an account that many networks guess at, and a reset lifts it', async () => {
  const { email, memberId } = await newAccount(pod);
  let answer = await guess(email, anyIp());
  for (let i = 0; i < 20 && answer.problem.code !== 'sign_in_paused'; i++) answer = await guess(email, anyIp());
  expect(answer.problem.code).toBe('sign_in_paused');
  expect((await pod.signIn(email)).problem.code).toBe('sign_in_paused');
  const password = 'new and quite unrelated words';
  await pod.call(auth.resetPassword, { body: { token: await pod.linkToken(memberId, 'reset_password'), password } });
  expect((await pod.signIn(email, { password })).status).toBe(201);
});

it('lifts the pause by a reset also where the guesser sits: in the owner’s own network', async () => {
  const [{ email, memberId }, neighbour] = [await newAccount(pod), await newAccount(pod)];
  const ip = anyIp();
  for (let i = 0; i < 7; i++) for (const each of [email, neighbour.email]) await guess(each, ip);
  expect((await pod.signIn(email, { ip })).problem.code).toBe('sign_in_paused');
  const password = 'new and quite unrelated words';
  await pod.call(auth.resetPassword, { body: { token: await pod.linkToken(memberId, 'reset_password'), password } });
  expect((await pod.signIn(email, { password, ip })).status).toBe(201);
  // Of that account alone.
  expect((await pod.signIn(neighbour.email, { ip })).problem.code).toBe('sign_in_paused');
});

it('cannot be outrun by asking many times at once', async () => {
  const { email } = await newAccount(pod);
  const ip = anyIp();
  const answers = await Promise.all(Array.from({ length: 40 }, () => guess(email, ip)));
  expect(answers.filter(({ problem }) => problem.code === 'sign_in_refused').length).toBe(5);
  expect(answers.filter(({ problem }) => problem.code === 'sign_in_paused').length).toBe(35);
});

it('limits the mails that one address can be sent, and the addresses one network can try', async () => {
  const email = anyEmail();
  const codes = [];
  for (let i = 0; i < 6; i++) codes.push((await pod.call(auth.requestPasswordReset, { body: { email }, ip: anyIp() })).status);
  expect(codes).toEqual([202, 202, 202, 202, 429, 429]);
  const ip = anyIp();
  const many = [];
  for (let i = 0; i < 102; i += 17) many.push(...(await Promise.all(Array.from({ length: 17 }, () => pod.call(auth.requestVerification, { body: { email: anyEmail() }, ip })))));
  expect(many.filter(({ status }) => status === 202).length).toBeGreaterThanOrEqual(100);
  expect(many.at(-1)!.problem.code).toBe('too_many_requests');
});
