import { setTimeout as rest } from 'node:timers/promises';
import { auth } from '@unityplan/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inParallel } from '../src/plan.ts';
import { anyIp, startDoor, type Door, type Said } from '../src/door.ts';

const tries = process.env['PROOF'] === 'full' ? 1_000 : 250;
let door: Door;
beforeAll(async () => {
  door = await startDoor();
});
afterAll(() => door?.stop());

type Account = Awaited<ReturnType<Door['member']>>;
const nobody = (n: number): string => `nobody.${n}.${Date.now()}@example.org`;

/** Guesses at an account, many at a time; the right password is among the guesses from the second half on. Meanwhile others come and go. */
async function guess(email: string, right: string, from: () => string): Promise<Said[]> {
  const said: Said[] = [];
  const bystander = await door.member();
  const others: number[] = [];
  let over = false;
  const life = (async () => {
    while (!over) {
      others.push((await door.signIn(bystander.email, bystander.password)).status, (await door.ask(auth.listSessions, { token: bystander.token })).status, (await door.ask(auth.jwks)).status);
      // As quick as people are: what a member may ask in a minute has its own limit.
      await rest(100);
    }
  })();
  await inParallel(Array.from({ length: tries }, (_, n) => n), 10, async (n) => {
    said.push(await door.signIn(email, n > tries / 2 && n % 10 === 0 ? right : `not the password ${n}`, { ip: from() }));
  });
  over = true;
  await life;
  expect([...new Set(others)]).toEqual([201, 200]);
  return said;
}

/** How often each answer came, as the guesser can tell them apart. What the gateway's own limit says to wait depends on the time of day. */
function told(said: readonly Said[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, code, retryAfter, headers, body } of said) {
    const key = JSON.stringify([status, code, ...(code === 'too_many_requests' ? [] : [retryAfter, body]), headers]);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
function codes(said: readonly Said[]): Record<string, Said[]> {
  const groups: Record<string, Said[]> = {};
  for (const one of said) (groups[`${one.status} ${one.code}`] ??= []).push(one);
  return groups;
}

describe(`${tries} guesses at one account`, () => {
  let owner: Account;

  it('from one address: five are looked at, the rest is refused with the time to wait, right ones too, and known and unknown accounts are told the same', async () => {
    owner = await door.member();
    const [here, there] = [anyIp(), anyIp()];
    const seen = await guess(owner.email, owner.password, () => here);
    const answers = codes(seen);
    expect(answers['401 sign_in_refused']).toHaveLength(5);
    expect(Object.keys(answers).sort()).toEqual(['401 sign_in_refused', '429 sign_in_paused', '429 too_many_requests']);
    for (const { status, retryAfter, body } of seen) if (status === 429) expect([Number.isInteger(retryAfter), retryAfter! >= 1, (body['params'] as object)]).toEqual([true, true, { retryAfter }]);
    const unknown = await guess(nobody(1), owner.password, () => there);
    expect(Object.keys(told(unknown)).sort()).toEqual(Object.keys(told(seen)).sort());
    expect(codes(unknown)['401 sign_in_refused']).toHaveLength(5);
    // Beside the guesser, behind the same address, the owner's signed-in device goes on; elsewhere the owner signs in.
    expect((await door.ask(auth.listSessions, { token: owner.token, ip: here })).status).toBe(200);
    expect((await door.signIn(owner.email, owner.password)).status).toBe(201);
  });

  it('from as many addresses: ten are looked at, the rest is refused, and known and unknown accounts are told the very same', async () => {
    owner = await door.member();
    const seen = await guess(owner.email, owner.password, anyIp);
    const answers = codes(seen);
    expect(Object.keys(answers).sort()).toEqual(['401 sign_in_refused', '429 sign_in_paused']);
    expect([answers['401 sign_in_refused']!.length, answers['429 sign_in_paused']!.length]).toEqual([10, tries - 10]);
    for (const { retryAfter } of answers['429 sign_in_paused']!) expect(retryAfter).toBe(1);
    expect(told(await guess(nobody(2), owner.password, anyIp))).toEqual(told(seen));
  });

  it('leave the owner in: on a device that signed in before, and by a new password on any, which stays in when the guessing goes on', async () => {
    const before = await door.ask(auth.refresh, { body: { refreshToken: owner.refreshToken } });
    expect(before.status).toBe(200);
    expect((await door.signIn(owner.email, owner.password)).code).toBe('sign_in_paused');
    expect((await door.ask(auth.requestPasswordReset, { body: { email: owner.email } })).status).toBe(202);
    const { token } = await door.rpc.call(auth.mailToken, 'DK', { memberId: owner.memberId, purpose: 'reset_password' });
    const password = 'quite other words, and new';
    expect((await door.ask(auth.resetPassword, { body: { token, password } })).status).toBe(204);
    const after = await door.signIn(owner.email, password);
    expect(after.status).toBe(201);
    expect((await door.ask(auth.refresh, { body: { refreshToken: before.body['refreshToken'] } })).code).toBe('session_ended');
    const answers = codes(await guess(owner.email, password, anyIp));
    expect(answers['401 sign_in_refused']).toHaveLength(10);
    expect((await door.ask(auth.refresh, { body: { refreshToken: after.body['refreshToken'] } })).status).toBe(200);
    expect((await door.ask(auth.listSessions, { token: after.body['accessToken'] as string })).status).toBe(200);
    // And nobody is locked out for good.
    door.time.at += 5 * 60_000;
    expect((await door.signIn(owner.email, password)).status).toBe(201);
  });
});
