import { auth } from '@unityplan/contracts';
import { expectPublished } from '@unityplan/testing';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { startAuth } from '../src/app.ts';
import { SigningKeys } from '../src/keys/signing-keys.service.ts';
import { RefreshTokens } from '../src/sessions/refresh-tokens.ts';
import { asMember, authAlone, newAccount, newMember, type AuthAlone, type SignedIn } from './support.ts';

const day = 24 * 3600_000;
let pod: AuthAlone;
beforeAll(async () => {
  pod = await authAlone();
});
afterAll(() => pod?.stop());
beforeEach(() => {
  pod.time.offset = 0;
});

/** The next token, or the code of the refusal. */
async function next(token: string): Promise<string> {
  const answer = await pod.refresh(token);
  return answer.status === 200 ? answer.body.refreshToken! : answer.problem.code;
}

/** Another session of the same member. */
async function again(member: SignedIn): Promise<SignedIn> {
  return asMember(await pod.signIn(member.email), member.email);
}

it('gives 1,000 refreshes of one token at once exactly one successor', async () => {
  const member = await newMember(pod);
  const answers = await Promise.all(Array.from({ length: 1000 }, () => next(member.refreshToken)));
  // On a very slow machine some wait too long for a connection and are told so; whoever gets a token gets the same one.
  const given = new Set(answers.filter((answer) => answer !== 'service_unavailable'));
  expect([...given]).toEqual([expect.stringMatching(/^[\w-]{60,}$/)]);
  expect(given).not.toContain(member.refreshToken);
  const [row] = await pod.ground.query<{ generation: number }>('select generation from territory_dk.sessions where session_id = $1', [member.sessionId]);
  expect(row!.generation).toBe(2);
});

it('over 10 trials of 50 at once: one successor each, which works; no replay is seen', async () => {
  const { email } = await newAccount(pod);
  for (let trial = 0; trial < 10; trial++) {
    const member = asMember(await pod.signIn(email), email);
    const answers = new Set(await Promise.all(Array.from({ length: 50 }, () => next(member.refreshToken))));
    expect(answers.size).toBe(1);
    expect(await next([...answers][0]!)).not.toBe('session_ended');
  }
  expect(await pod.ground.query(`select 1 from messaging.outbox where event = 'session.refresh_replayed'`)).toEqual([]);
});

it('two tabs that refresh again and again at the same moment never sign each other out', async () => {
  const member = await newMember(pod);
  let shared = member.refreshToken; // one cookie jar
  for (let round = 0; round < 40; round++) {
    pod.time.offset += round * 700;
    const answers = await Promise.all([next(shared), next(shared)]);
    expect(answers[0]).toBe(answers[1]);
    shared = answers[0];
    expect(shared).not.toBe('session_ended');
  }
});

it('a tab that is two rotations behind within the grace time gets the newest token', async () => {
  const member = await newMember(pod);
  const second = await next(member.refreshToken);
  const third = await next(second);
  expect(await next(member.refreshToken)).toBe(third);
  expect(await next(second)).toBe(third);
});

it('uses no token up while there is no key to sign the next one with', async () => {
  const member = await newMember(pod);
  const keys = vi.spyOn(pod.service('auth').app.get(SigningKeys), 'current').mockRejectedValue(new Error('the keys cannot be read'));
  expect(await next(member.refreshToken)).toBe('internal_error');
  keys.mockRestore();
  pod.time.offset = 31_000;
  const second = await next(member.refreshToken);
  expect(second).toMatch(/^[\w-]{60,}$/);
  expect(await next(second)).not.toBe('session_ended');
});

it('a replay after the grace time ends the family, and the member is told', async () => {
  const member = await newMember(pod);
  const other = await again(member);
  const second = await next(member.refreshToken);
  pod.time.offset = 30_001;
  expect(await next(member.refreshToken)).toBe('session_ended');
  expect(await next(second)).toBe('session_ended');
  await expectPublished(pod.ground.client, auth.refreshReplayed, { memberId: member.memberId, sessionId: member.sessionId });
  await expectPublished(pod.ground.client, auth.sessionEnded, { sessionId: member.sessionId, reason: 'refresh_replayed' });
  expect((await pod.rpc.call(auth.revokedSessions, 'DK', {})).sessionIds).toContain(member.sessionId);
  expect(await next(other.refreshToken)).not.toBe('session_ended'); // the member's other device stays
});

it('tells a replay once, however often it comes', async () => {
  const member = await newMember(pod);
  await next(member.refreshToken);
  pod.time.offset = 60_000;
  await Promise.all(Array.from({ length: 20 }, () => next(member.refreshToken)));
  const rows = await pod.ground.query(`select 1 from messaging.outbox where event = 'session.refresh_replayed' and payload->>'sessionId' = $1`, [member.sessionId]);
  expect(rows.length).toBe(1);
});

it('tampered, foreign and empty tokens end nothing', async () => {
  const member = await newMember(pod);
  const { refreshToken } = member;
  const tampered = refreshToken.slice(0, 40) + (refreshToken[40] === 'A' ? 'B' : 'A') + refreshToken.slice(41);
  for (const token of [tampered, 'x', '', refreshToken.slice(0, -1), `${refreshToken}A`]) expect(await next(token)).toBe('session_ended');
  expect((await pod.refresh(refreshToken, 'NO')).problem.code).toBe('session_ended');
  expect((await pod.call(auth.refresh, { body: {} })).problem.code).toBe('session_ended');
  expect((await pod.call(auth.refresh, { body: { refreshToken: 'x'.repeat(201) } })).problem.code).toBe('input_invalid');
  expect(await next(refreshToken)).not.toBe('session_ended');
});

it('the secret of the pod alone makes no token', async () => {
  const member = await newMember(pod);
  const forged = new RefreshTokens(pod.config).first(member.sessionId);
  expect(forged.text).not.toBe(member.refreshToken);
  expect(await next(forged.text)).toBe('session_ended');
  expect(await next(member.refreshToken)).not.toBe('session_ended');
});

it('ends after 30 days without use, and after 90 days in any case', async () => {
  const member = await newMember(pod);
  let token = member.refreshToken;
  for (let days = 0; days < 90; days += 29) {
    pod.time.offset = days * day;
    token = await next(token);
    expect(token).not.toBe('session_ended');
  }
  pod.time.offset = 90 * day;
  expect(await next(token)).toBe('session_ended');

  const idle = await again(member);
  pod.time.offset += 30 * day;
  expect(await next(idle.refreshToken)).toBe('session_ended');
});

it('neither Redis nor a restart revives anything, and both leave the rest alone', async () => {
  const ended = await newMember(pod);
  const open = await again(ended);
  await pod.call(auth.signOut, { as: ended });
  const current = await next(open.refreshToken);
  expect(current).toMatch(/^[\w-]{60,}$/);
  await pod.resources.redis.flushdb();
  const restarted = await startAuth({ config: pod.config, port: 0, resources: pod.resources, clock: pod.clock });
  try {
    await pod.service('auth').close();
    (pod.services as unknown[]).splice(0, 1, restarted);
    expect(await next(ended.refreshToken)).toBe('session_ended');
    expect(await next(open.refreshToken)).toBe(current); // still within the grace time: the same successor, from another process
    expect(await next(current)).not.toBe('session_ended');
  } catch (error) {
    await restarted.close();
    throw error;
  }
});
