import { badge as badges, commonErrors, Problem, type Gate, type RpcContract } from '@unityplan/contracts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Permissions, type PermissionsParts } from './permissions.ts';

type Answer = Record<string, badges.Holding[]>;
const host: Gate = { rule: 'badge', badge: 'community-host' };
const held: badges.Holding = { badge: 'community-host', level: 1, territory: 'DK', awardedAt: '2026-01-01T00:00:00.000Z', expiresAt: null };
const away = new Problem(commonErrors.service_unavailable);
const verdict = (allowed: boolean): badges.AccessVerdict => ({
  allowed, until: null, needs: 'all',
  lacking: allowed ? [] : [{ badge: 'community-host', name: { en: 'Community host', da: 'Samtalevært' }, level: 1, reason: 'missing', expiredAt: null, course: null }],
});

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** The badge service as a list of questions that the test answers, in its own time. */
function world() {
  const questions: { method: string; ids: string[]; answer: (holdings: Answer | badges.AccessVerdict) => Promise<void>; fail: () => Promise<void> }[] = [];
  const call = (contract: RpcContract, _territory: string, input: { memberIds?: string[] }): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const settle = async (): Promise<void> => void (await new Promise((done) => setImmediate(done)));
      const answer = (given: Answer | badges.AccessVerdict) => {
        resolve(contract === badges.getHoldings ? { holders: input.memberIds!.map((memberId) => ({ memberId, holdings: (given as Answer)[memberId] ?? [] })) } : given);
        return settle();
      };
      questions.push({ method: contract.method, ids: input.memberIds ?? [], answer, fail: () => (reject(away), settle()) });
    });
  const heard = new Map<string, (event: unknown) => void>();
  const parts = {
    rpc: { call }, clock: () => Date.parse('2026-06-01T00:00:00Z'), log: { warn: () => undefined },
    broadcasts: { on: (event: { name: string }, fn: (event: unknown) => void) => (heard.set(event.name, fn), () => heard.delete(event.name)) },
    registry: { get: (id: string) => ({ id, parent: null, sovereign: id }) },
  };
  const permissions = new Permissions(parts as unknown as PermissionsParts);
  permissions.listen();
  const allowed = (member = 'freja') => permissions.check('DK', member, host).then((one) => one.allowed);
  const change = (memberId = 'freja') => heard.get('badge.revoked')!({ territory: 'DK', payload: { memberId } });
  return { permissions, questions, allowed, change, heard };
}

it('asks once for many questions at the same time, and for nobody who is known', async () => {
  const { permissions, questions, allowed } = world();
  const answers = Promise.all([allowed(), allowed(), allowed(), permissions.checkAll('DK', 'freja', [host, host]).then((all) => all.every((one) => one.allowed))]);
  expect(questions.map(({ ids }) => ids)).toEqual([['freja']]);
  await questions[0]!.answer({ freja: [held] });
  expect(await answers).toEqual([true, true, true, true]);
  const both = permissions.holders('DK', ['freja', 'bo', 'bo']);
  expect(questions[1]!.ids).toEqual(['bo']);
  await questions[1]!.answer({});
  expect([...(await both)].map(([id, { holdings }]) => [id, holdings.length]).sort()).toEqual([['bo', 0], ['freja', 1]]);
});

it('asks nobody about rules without badges, nor about guests', async () => {
  const { permissions, questions } = world();
  expect((await permissions.check('DK', undefined, { rule: 'everyone' })).allowed).toBe(true);
  expect((await permissions.check('DK', 'freja', { rule: 'member' })).allowed).toBe(true);
  expect((await permissions.check('DK', undefined, host)).allowed).toBe(false);
  await expect(permissions.require('DK', undefined, host)).rejects.toMatchObject({ contract: commonErrors.not_signed_in });
  expect(questions).toEqual([]);
});

it('asks again whoever wants it newer', async () => {
  const { permissions, questions } = world();
  for (let n = 0; n < 2; n++) {
    const asked = permissions.holders('DK', ['freja'], 0);
    expect(questions).toHaveLength(n + 1);
    await questions[n]!.answer({});
    await asked;
  }
  await permissions.holders('DK', ['freja']);
  expect(questions).toHaveLength(2);
});

it('asks whoever wants it newer also beside an older question and right after one that failed', async () => {
  const { permissions, questions } = world();
  const holdings = async (asked: Promise<Map<string, { holdings: readonly unknown[] }>>) => (await asked).get('freja')!.holdings.length;
  const [older, newer] = [permissions.holders('DK', ['freja']), permissions.holders('DK', ['freja'], 0)];
  expect(questions).toHaveLength(2);
  await questions[0]!.answer({ freja: [held] });
  await questions[1]!.answer({});
  expect([await holdings(older), await holdings(newer)]).toEqual([0, 0]);

  const failing = permissions.holders('DK', ['freja'], 0);
  await questions[2]!.fail();
  await failing;
  const again = permissions.holders('DK', ['freja'], 0);
  expect(questions).toHaveLength(4);
  await questions[3]!.answer({ freja: [held] });
  expect(await holdings(again)).toBe(1);
});

it('splits many members into calls that the badge service takes', async () => {
  const { permissions, questions } = world();
  void permissions.holders('DK', Array.from({ length: 1_001 }, (_, n) => `m${n}`));
  expect(questions.map(({ ids }) => ids.length)).toEqual([500, 500, 1]);
});

it('forgets after a moment, and at once what it hears has changed', async () => {
  const { questions, allowed, change } = world();
  const first = allowed();
  await questions[0]!.answer({ freja: [held] });
  expect(await first).toBe(true);
  vi.advanceTimersByTime(799);
  expect(await allowed()).toBe(true);
  expect(questions).toHaveLength(1);
  vi.advanceTimersByTime(1);
  const second = allowed();
  await questions[1]!.answer({ freja: [held] });
  expect(await second).toBe(true);
  change();
  const third = allowed();
  await questions[2]!.answer({});
  expect(await third).toBe(false);
});

it('believes no answer that was under way when a change came', async () => {
  const { questions, allowed, change } = world();
  const asked = allowed();
  change();
  const later = allowed();
  expect(questions).toHaveLength(2);
  await questions[0]!.answer({ freja: [held] }); // read before the revocation
  await questions[1]!.answer({});
  expect(await asked).toBe(false);
  expect(await later).toBe(false);
  expect(await allowed()).toBe(false);
  expect(questions).toHaveLength(2);
});

it('asks the badge service itself before it refuses, so that what came a moment ago counts', async () => {
  const { permissions, questions, allowed } = world();
  const listened = vi.fn();
  permissions.onChange(listened);
  const known = allowed();
  await questions[0]!.answer({});
  expect(await known).toBe(false);
  const required = permissions.require('DK', 'freja', host);
  await vi.waitFor(() => expect(questions).toHaveLength(2), { timeout: 20_000 });
  expect(questions[1]!.method).toBe('check_access');
  await questions[1]!.answer(verdict(true));
  await required;
  expect(listened).toHaveBeenCalledWith('DK', 'freja');
  const after = allowed();
  await questions[2]!.answer({});
  expect(await after).toBe(false);
  const refused = permissions.require('DK', 'freja', host);
  await vi.waitFor(() => expect(questions).toHaveLength(4), { timeout: 20_000 });
  void questions[3]!.answer(verdict(false));
  await expect(refused).rejects.toMatchObject({ contract: badges.badgeErrors.badge_required, params: { way: { en: 'ask a manager of the territory.' } } });
});

it('while the badge service is away, goes on for a minute by what it knew, gives no new rights and says so', async () => {
  const { permissions, questions, allowed, change } = world();
  const first = allowed();
  await questions[0]!.answer({ freja: [held] });
  await first;
  vi.advanceTimersByTime(30_000);
  const later = allowed();
  await questions[1]!.fail();
  expect(await later).toBe(true);
  expect(await allowed()).toBe(true); // without waiting for it again at once
  expect(questions).toHaveLength(2);

  const unknown = allowed('bo');
  void questions[2]!.fail();
  await expect(unknown).rejects.toMatchObject({ contract: commonErrors.service_unavailable });
  const refused = permissions.require('DK', 'freja', { rule: 'badge', badge: 'crown' });
  await vi.waitFor(() => expect(questions).toHaveLength(4), { timeout: 20_000 });
  void questions[3]!.fail();
  await expect(refused).rejects.toMatchObject({ contract: commonErrors.service_unavailable });

  vi.advanceTimersByTime(30_000);
  const tooLate = allowed();
  void questions[4]!.fail();
  await expect(tooLate).rejects.toMatchObject({ contract: commonErrors.service_unavailable });

  vi.advanceTimersByTime(1_000);
  const back = allowed();
  await questions[5]!.answer({ freja: [held] });
  expect(await back).toBe(true);
  change();
  const revoked = allowed();
  void questions[6]!.fail();
  await expect(revoked).rejects.toMatchObject({ contract: commonErrors.service_unavailable });
});

it('stops hearing when it is told to', () => {
  const { permissions, heard } = world();
  permissions.listen()();
  expect(heard.size).toBe(0);
});
