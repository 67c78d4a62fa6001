import { commonErrors, Problem, user, type Person } from '@unityplan/contracts';
import type { Broadcasts, RpcClient } from '@unityplan/messaging';
import type { Logger } from '@unityplan/telemetry';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { GuestAnswers } from '../http/guest-answers.ts';
import { People } from './people.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

const away = new Problem(commonErrors.service_unavailable);
const personOf = (memberId: string, handle: string): Person => ({ memberId, handle, displayName: null });
const nameless = (memberId: string): Person => ({ memberId, handle: null, displayName: null });

/** The user service as a list of questions that the test answers, in its own time. */
function world() {
  const questions: { territory: string; ids: readonly string[]; answer: (...people: Person[]) => void; fail: () => void }[] = [];
  const call = (_contract: unknown, territory: string, { memberIds }: { memberIds: string[] }): Promise<unknown> =>
    new Promise((resolve, reject) => questions.push({ territory, ids: memberIds, answer: (...people) => resolve({ people }), fail: () => reject(away) }));
  const heard = new Map<string, (event: unknown) => void>();
  const on = (event: { name: string }, fn: (event: unknown) => void) => (heard.set(event.name, fn), () => heard.delete(event.name));
  const [guests, log] = [{ forget: vi.fn() }, { warn: vi.fn() }];
  const people = new People({ call } as unknown as RpcClient, { on } as unknown as Broadcasts, guests as unknown as GuestAnswers, log as unknown as Logger);
  people.onApplicationBootstrap();
  const seen = async (...ids: string[]) => {
    const look = await people.of('DK', ids);
    return ids.map(look);
  };
  const change = (memberId: string, event: { name: string } = user.profileUpdated) => heard.get(event.name)!({ territory: 'DK', payload: { memberId } });
  return { people, questions, seen, change, heard, guests, log };
}

it('asks once about all of a page, and again after a minute', async () => {
  const { questions, seen } = world();
  const first = seen('freja', 'bo', 'freja');
  expect(questions.map(({ ids }) => ids)).toEqual([['freja', 'bo']]);
  questions[0]!.answer(personOf('freja', 'f'), personOf('bo', 'b'));
  expect(await first).toEqual([personOf('freja', 'f'), personOf('bo', 'b'), personOf('freja', 'f')]);
  vi.advanceTimersByTime(60_000);
  expect(await seen('bo')).toEqual([personOf('bo', 'b')]);
  expect(questions).toHaveLength(1);
  vi.advanceTimersByTime(1);
  const later = seen('bo');
  questions[1]!.answer(personOf('bo', 'bob'));
  expect(await later).toEqual([personOf('bo', 'bob')]);
});

it('shares what is under way, and tells territories apart', async () => {
  const { people, questions, seen } = world();
  const both = Promise.all([seen('freja'), seen('freja', 'bo')]);
  const elsewhere = people.of('NO', ['freja']);
  expect(questions.map(({ territory, ids }) => `${territory} ${ids.join()}`)).toEqual(['DK freja', 'DK bo', 'NO freja']);
  questions[0]!.answer(personOf('freja', 'f'));
  questions[1]!.answer(personOf('bo', 'b'));
  questions[2]!.answer();
  expect(await both).toEqual([[personOf('freja', 'f')], [personOf('freja', 'f'), personOf('bo', 'b')]]);
  expect((await elsewhere)('freja')).toEqual(nameless('freja'));
});

it('splits many people into calls that the user service takes', () => {
  const { questions, seen } = world();
  void seen(...Array.from({ length: 401 }, (_, n) => `m${n}`));
  expect(questions.map(({ ids }) => ids.length)).toEqual([200, 200, 1]);
});

it('remembers whom nobody knows as nameless, and passes over who is not there', async () => {
  const { people, questions, seen } = world();
  const asked = seen('gone');
  questions[0]!.answer();
  expect(await asked).toEqual([nameless('gone')]);
  expect((await people.of('DK', [null, undefined, 'gone']))('gone')).toEqual(nameless('gone'));
  expect(questions).toHaveLength(1);
});

it('while the user service is away, shows what was known last, and others without a name', async () => {
  const { questions, seen, log } = world();
  const first = seen('freja');
  questions[0]!.answer(personOf('freja', 'f'));
  await first;
  vi.advanceTimersByTime(3_600_000);
  const later = seen('freja', 'bo');
  questions[1]!.fail();
  expect(await later).toEqual([personOf('freja', 'f'), nameless('bo')]);
  expect(log.warn).toHaveBeenCalledTimes(1);
  const back = seen('bo');
  questions[2]!.answer(personOf('bo', 'b'));
  expect(await back).toEqual([personOf('bo', 'b')]);
});

it('forgets whom it hears of, also in the answers for guests, and believes no answer that was under way', async () => {
  const { people, questions, seen, change, heard, guests } = world();
  const first = seen('freja');
  change('freja');
  const second = seen('freja');
  questions[1]!.answer(personOf('freja', 'new'));
  expect(await second).toEqual([personOf('freja', 'new')]);
  questions[0]!.answer(personOf('freja', 'old'));
  await first;
  expect(await seen('freja')).toEqual([personOf('freja', 'new')]);
  change('freja', user.profileCreated);
  void seen('freja');
  expect(questions).toHaveLength(3);
  expect(guests.forget.mock.calls).toEqual([['DK'], ['DK']]);
  people.onModuleDestroy();
  expect(heard.size).toBe(0);
});

it('tells whether someone has a profile, by asking when it does not know one; throws when nobody can tell', async () => {
  const { people, questions } = world();
  const unknown = people.exists('DK', 'freja');
  questions[0]!.answer();
  expect(await unknown).toBe(false);
  const created = people.exists('DK', 'freja');
  questions[1]!.answer(personOf('freja', 'f'));
  expect(await created).toBe(true);
  vi.advanceTimersByTime(3_600_000);
  expect(await people.exists('DK', 'freja')).toBe(true);
  expect(questions).toHaveLength(2);
  const failing = people.exists('DK', 'bo');
  questions[2]!.fail();
  await expect(failing).rejects.toMatchObject({ contract: commonErrors.service_unavailable });
});
