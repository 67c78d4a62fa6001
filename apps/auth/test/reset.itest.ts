import { auth } from '@unityplan/contracts';
import { expectPublished } from '@unityplan/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { anyEmail, anyIp, asMember, authAlone, goodPassword, memberIdOf, newMember, type AuthAlone } from './support.ts';

const password = 'new and quite unrelated words';
let pod: AuthAlone;
beforeAll(async () => {
  pod = await authAlone();
});
afterAll(() => pod?.stop());
beforeEach(() => {
  pod.time.offset = 0;
});

const reset = async (token: string, to = password) => (await pod.call(auth.resetPassword, { body: { token, password: to } })).problem?.code;

it('sets the password, ends every session and uses up every link', async () => {
  const member = await newMember(pod);
  const { memberId, email } = member;
  const other = asMember(await pod.signIn(email), email);
  await pod.call(auth.requestPasswordReset, { body: { email }, ip: anyIp() });
  await expectPublished(pod.ground.client, auth.passwordResetRequested, { memberId, language: 'da' });
  const [first, second] = [await pod.linkToken(memberId, 'reset_password'), await pod.linkToken(memberId, 'reset_password')];

  expect(await reset(first, 'password1')).toBe('password_weak');
  expect(await reset(first)).toBeUndefined(); // the refused one did not use the link up
  expect(await reset(first)).toBe('link_expired');
  expect(await reset(second)).toBe('link_expired');

  await expectPublished(pod.ground.client, auth.passwordChanged, { memberId });
  for (const { sessionId, refreshToken } of [member, other]) {
    await expectPublished(pod.ground.client, auth.sessionEnded, { sessionId, reason: 'password_changed' });
    expect((await pod.refresh(refreshToken)).problem.code).toBe('session_ended');
  }
  expect((await pod.signIn(email)).problem.code).toBe('sign_in_refused');
  expect((await pod.signIn(email, { password })).status).toBe(201);
});

it('works for fifteen minutes, and with the token of a reset only', async () => {
  const { memberId } = await newMember(pod);
  const token = await pod.linkToken(memberId, 'reset_password');
  expect(await reset(await pod.linkToken(memberId, 'verify_email'))).toBe('link_expired');
  expect(await reset('x'.repeat(43))).toBe('link_expired');
  pod.time.offset = 15 * 60_000 + 1000;
  expect(await reset(token)).toBe('link_expired');
});

it('lets one of many at once through', async () => {
  const { memberId } = await newMember(pod);
  const token = await pod.linkToken(memberId, 'reset_password');
  const codes = await Promise.all(Array.from({ length: 8 }, (_, n) => reset(token, `${password} ${n}`)));
  expect(codes.filter((code) => code === undefined).length).toBe(1);
  expect(codes.filter((code) => code === 'link_expired').length).toBe(7);
});

it('lets nobody in whose password was changed while it was being checked', async () => {
  const { memberId, email } = await newMember(pod);
  const changing = new pg.Client(pod.ground.databaseUrl);
  await changing.connect();
  await changing.query('begin');
  const { rows } = await changing.query<{ pid: number }>('select pg_backend_pid() as pid');
  await changing.query(`update territory_dk.accounts set password_hash = 'another' where member_id = $1`, [memberId]);
  const signingIn = pod.signIn(email); // reads the old hash, finds it right, and meets the lock
  await vi.waitFor(async () => expect(await pod.ground.query('select from pg_stat_activity where $1 = any (pg_blocking_pids(pid))', [rows[0]!.pid])).not.toEqual([]), { timeout: 20_000 });
  await changing.query('commit');
  await changing.end();
  expect((await signingIn).problem.code).toBe('sign_in_refused');
});

it('verifies the address too: the link came by mail', async () => {
  const email = anyEmail();
  await pod.register(email);
  const memberId = await memberIdOf(pod);
  expect(await reset(await pod.linkToken(memberId, 'reset_password'))).toBeUndefined();
  await expectPublished(pod.ground.client, auth.accountVerified, { memberId });
  expect((await pod.signIn(email, { password: goodPassword })).problem.code).toBe('sign_in_refused');
  expect((await pod.signIn(email, { password })).status).toBe(201);
});
