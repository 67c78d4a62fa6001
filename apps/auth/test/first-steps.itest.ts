import { auth } from '@unityplan/contracts';
import { expectPublished } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyEmail, asMember, authAlone, goodPassword, memberIdOf, newAccount, newMember, type AuthAlone } from './support.ts';

let pod: AuthAlone;
beforeAll(async () => {
  pod = await authAlone();
});
afterAll(() => pod?.stop());

it('registers, verifies, signs in, lists, signs out', async () => {
  const email = anyEmail();
  expect(await pod.register(email)).toMatchObject({ status: 202, body: { accepted: true } });
  const memberId = await memberIdOf(pod);
  await expectPublished(pod.ground.client, auth.accountRegistered, { memberId, language: 'da' });
  expect(await pod.rpc.call(auth.mailAddress, 'DK', { memberId })).toEqual({ address: email, verified: false });

  expect(await pod.signIn(email)).toMatchObject({ status: 403, problem: { code: 'email_not_verified' } });
  expect(await pod.signIn(email, { password: 'not the password' })).toMatchObject({ status: 401, problem: { code: 'sign_in_refused' } });

  expect((await pod.verify(memberId)).status).toBe(204);
  await expectPublished(pod.ground.client, auth.accountVerified, { memberId, language: 'da' });
  expect(await pod.rpc.call(auth.mailAddress, 'DK', { memberId })).toEqual({ address: email, verified: true });

  const answer = await pod.signIn(`  ${email.toUpperCase()} `);
  expect(answer.status).toBe(201);
  expect(answer.headers['set-cookie']).toBeUndefined();
  const member = asMember(answer, email);
  await expectPublished(pod.ground.client, auth.sessionOpened, { memberId, sessionId: member.sessionId });
  expect((await pod.call(auth.listSessions, { as: member })).body.items).toMatchObject([{ sessionId: member.sessionId, current: true }]);

  const out = await pod.call(auth.signOut, { as: member });
  expect(out.status).toBe(204);
  expect(out.headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-access=; .*Max-Age=0$/), expect.stringMatching(/^__Host-refresh=; .*Max-Age=0$/)]);
  await expectPublished(pod.ground.client, auth.sessionEnded, { sessionId: member.sessionId, reason: 'signed_out' });
  expect(await pod.refresh(member.refreshToken)).toMatchObject({ status: 401, problem: { code: 'session_ended' } });
  expect((await pod.rpc.call(auth.revokedSessions, 'DK', {})).sessionIds).toContain(member.sessionId);
  expect((await pod.rpc.call(auth.revokedSessions, 'NO', {})).sessionIds).toEqual([]);
});

it('gives a browser cookies that no script reads, and no token in the body', async () => {
  const { email } = await newAccount(pod);
  const answer = await pod.signIn(email, { client: 'browser' });
  expect(answer.body).toEqual({ memberId: expect.any(String), sessionId: expect.any(String), expiresAt: expect.any(String) });
  const cookies = answer.headers['set-cookie'] as string[];
  expect(cookies).toEqual([
    expect.stringMatching(/^__Host-access=[\w-]+\.[\w-]+\.[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=900$/),
    expect.stringMatching(/^__Host-refresh=[\w-]{60,200}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=2592000$/),
  ]);

  const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
  const refreshed = await pod.call(auth.refresh, { body: {}, headers: { cookie } });
  expect(refreshed.status).toBe(200);
  expect(refreshed.body).not.toHaveProperty('refreshToken');
  const next = refreshed.headers['set-cookie'] as string[];
  expect(next[1]).not.toBe(cookies[1]);

  await pod.call(auth.signOut, { headers: { cookie: next[1]!.split(';')[0]! } });
  expect((await pod.call(auth.refresh, { body: {}, headers: { cookie: next[1]!.split(';')[0]! } })).problem.code).toBe('session_ended');
});

it('signs out harmlessly without a session', async () => {
  expect((await pod.call(auth.signOut)).status).toBe(204);
  expect((await pod.call(auth.signOut, { headers: { cookie: '__Host-refresh=rubbish' } })).status).toBe(204);
});

it('lists devices by name and revokes one; of others it knows nothing', async () => {
  const { email } = await newAccount(pod);
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const one = asMember(await pod.signIn(email, { headers: { 'user-agent': firefox } }), email);
  const two = asMember(await pod.signIn(email, { headers: { 'user-agent': 'curl/8' } }), email);
  const { items } = (await pod.call(auth.listSessions, { as: two })).body;
  expect(items.map(({ browser, system, current }) => [browser, system, current])).toEqual([[null, null, true], ['Firefox', 'Linux', false]]);

  const stranger = await newMember(pod);
  const revoke = (as: typeof one, sessionId: string) => pod.call(auth.revokeSession, { as, params: { sessionId } });
  expect((await revoke(stranger, one.sessionId)).problem.code).toBe('not_found');
  expect((await revoke(two, one.sessionId)).status).toBe(204);
  expect((await revoke(two, one.sessionId)).problem.code).toBe('not_found');
  await expectPublished(pod.ground.client, auth.sessionEnded, { sessionId: one.sessionId, reason: 'revoked' });
  expect((await pod.refresh(one.refreshToken)).problem.code).toBe('session_ended');
  expect((await pod.refresh(two.refreshToken)).status).toBe(200);
});

it('follows a verification link once, for a day', async () => {
  const verify = async (token: string) => (await pod.call(auth.verifyEmail, { body: { token } })).problem?.code;
  await pod.register(anyEmail());
  const memberId = await memberIdOf(pod);
  const [first, second, late] = [await pod.linkToken(memberId, 'verify_email'), await pod.linkToken(memberId, 'verify_email'), await pod.linkToken(memberId, 'reset_password')];
  pod.time.offset = 24 * 3600_000 + 1000;
  expect(await verify(first)).toBe('link_expired');
  pod.time.offset = 0;
  expect(await verify(late)).toBe('link_expired'); // for another purpose
  expect(await verify(second)).toBeUndefined();
  expect(await verify(second)).toBe('link_expired');
  expect(await verify(first)).toBe('link_expired'); // used up with the other
  expect(await verify('x'.repeat(43))).toBe('link_expired');
  expect((await pod.call(auth.verifyEmail, { body: { token: 'short' } })).problem).toMatchObject({ code: 'input_invalid', faults: [{ path: 'body.token' }] });
});

it('refuses passwords that are guessed first, and says so for every address', async () => {
  const email = anyEmail();
  for (const password of ['password1', 'Danmark-1849', 'unityplan'])
    expect((await pod.register(email, 'DK', password)).problem).toMatchObject({ code: 'password_weak', title: 'This password is too easy to guess.' });
  expect((await pod.register('not an address', 'DK', goodPassword)).problem).toMatchObject({ code: 'input_invalid', faults: [{ path: 'body.email' }] });
  expect((await pod.register(email, 'DK', 'short')).problem).toMatchObject({ code: 'input_invalid', faults: [{ path: 'body.password' }] });
  expect((await pod.register(email, 'DK', 'x'.repeat(129))).problem.code).toBe('input_invalid');
  expect((await pod.register(email, 'DK', '  雨の中を歩く猫三匹  ')).status).toBe(202);
});

it('keeps the two territories of a pod apart', async () => {
  const { email } = await newAccount(pod, 'NO');
  expect((await pod.signIn(email)).problem.code).toBe('sign_in_refused');
  expect((await pod.signIn(email, { territory: 'NO' })).status).toBe(201);
});

it('takes no registrations while the territory is closed', async () => {
  const set = (settings: object) => pod.ground.query(`update global.territories set settings = $1 where id = 'NO'`, [JSON.stringify(settings)]);
  await set({ registration: 'closed' });
  const refused = await pod.register(anyEmail(), 'NO');
  expect(refused).toMatchObject({ status: 403, problem: { code: 'registration_closed', title: 'Norway takes no new members at the moment.' } });
  await set({});
  expect((await pod.register(anyEmail(), 'NO')).status).toBe(202);
});
