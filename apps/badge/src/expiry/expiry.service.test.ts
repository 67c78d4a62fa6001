import 'reflect-metadata';
import { expect, it, vi } from 'vitest';
import type { DueAward } from './expiry.repository.ts';
import { Expiry } from './expiry.service.ts';
import { dayMs } from '../awards/validity.policy.ts';

type Row = DueAward & { due_at: Date };

/** Rows in memory in the place of PostgreSQL, and a count of how often it is asked. */
function world(ends: readonly number[]) {
  const state = { now: 0, queries: 0, fails: false };
  const rows = ends.map((end, n): Row => ({ id: `a${n}`, member_id: `m${n}`, badge: 'host', territory: 'DK', expires_at: new Date(end), due_at: new Date(end) }));
  const told: string[] = [];
  let release: (() => void) | undefined;
  const repository = {
    takeDue: async (_tx: unknown, now: Date, limit: number) => rows.filter(({ due_at }) => due_at && due_at <= now).slice(0, limit),
    setDue: async (_tx: unknown, next: { id: string; due: Date | null }[]) => next.forEach(({ id, due }) => Object.assign(rows.find((row) => row.id === id)!, { due_at: due })),
    earliest: async () => rows.reduce<Date | null>((least, { due_at }) => (due_at && (!least || due_at < least) ? due_at : least), null),
  };
  const query = async <T>(fn: (tx: unknown) => Promise<T>): Promise<T> => {
    state.queries++;
    if (state.fails) throw new Error('PostgreSQL is away');
    const result = await fn({ territory: 'DK', onCommit: (then: () => void) => then() });
    if (release) await new Promise<void>((resolve) => (release = resolve));
    return result;
  };
  const db = { read: (_: string, fn: (tx: unknown) => Promise<unknown>) => query(fn), transact: (_: string, fn: (tx: unknown) => Promise<unknown>) => query(fn) };
  const outbox = { publish: async (_tx: unknown, event: { name: string }, payload: { awardId: string }) => void told.push(`${event.name} ${payload.awardId}`) };
  const expiry = new Expiry(db as never, () => state.now, repository as never, outbox as never, { forget: vi.fn() } as never, { expired: vi.fn() } as never);
  return { state, told, expiry, hold: () => void (release = () => undefined), letGo: () => release?.() };
}

it('asks nothing while nothing is due, whatever the time', async () => {
  const { state, told, expiry } = world([dayMs, 2 * dayMs]);
  await expiry.look('DK');
  expect(state.queries).toBe(1);
  for (state.now = 0; state.now < dayMs; state.now += 60_000) expect(expiry.due()).toEqual([]);
  expect(state.queries).toBe(1);
  state.now = dayMs;
  expect(expiry.due()).toEqual(['DK']);
  await expiry.tell('DK');
  expect([told, expiry.due()]).toEqual([['badge.expired a0'], []]);
  state.now = 2 * dayMs;
  expect(expiry.due()).toEqual(['DK']);
});

it('tells many that end together in parts, each once', async () => {
  const { state, told, expiry } = world(Array.from({ length: 250 }, () => dayMs));
  state.now = dayMs;
  await expiry.look('DK');
  await expiry.tell('DK');
  expect([told.length, new Set(told).size, expiry.due()]).toEqual([250, 250, []]);
});

it('takes an earlier instant at once, and a later one does not hide it', async () => {
  const { state, expiry } = world([10 * dayMs]);
  await expiry.look('DK');
  expiry.awarded('DK', new Date(3 * dayMs).toISOString());
  expiry.noticed('DK', 5 * dayMs);
  expiry.noticed('DK', null);
  state.now = 2 * dayMs; // a day before the end
  expect(expiry.due()).toEqual(['DK']);
});

it('keeps what is awarded while it looks', async () => {
  const { state, expiry, hold, letGo } = world([10 * dayMs]);
  hold();
  const looking = expiry.look('DK');
  await new Promise((resolve) => setImmediate(resolve));
  expiry.noticed('DK', 2 * dayMs); // committed after the read
  letGo();
  await looking;
  state.now = 2 * dayMs;
  expect(expiry.due()).toEqual(['DK']);
});

it('forgets nothing when it cannot look', async () => {
  const { state, expiry } = world([dayMs]);
  await expiry.look('DK');
  state.fails = true;
  state.now = dayMs;
  await expect(expiry.tell('DK')).rejects.toThrow('away');
  await expect(expiry.look('DK')).rejects.toThrow('away');
  expect(expiry.due()).toEqual(['DK']);
});
