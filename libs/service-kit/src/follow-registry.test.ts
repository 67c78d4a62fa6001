import { territory } from '@unityplan/contracts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followRegistry } from './follow-registry.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A registry whose reads are counted, and a NATS that carries what the test says. */
function given() {
  const heard = new Map<string, { callback: (error: null, message: unknown) => void }>();
  const unsubscribe = vi.fn();
  const nats = { nc: { subscribe: (subject: string, options: never) => (heard.set(subject, options), { unsubscribe }) } };
  const registry = { refresh: vi.fn(() => Promise.resolve()) };
  const log = { warn: vi.fn(), error: vi.fn() };
  const stop = followRegistry({ registry, nats, log, podId: 'dk', name: 'forum' } as never);
  return { registry, log, stop, heard, unsubscribe };
}

it('listens for changes of territories', () => {
  expect([...given().heard.keys()]).toEqual([`territory.*.${territory.territoryChanged.name}`]);
});

it('reads again now and then, in case nothing was heard, and goes on when that fails', async () => {
  const { registry, log, stop, unsubscribe } = given();
  await vi.advanceTimersByTimeAsync(22_000);
  expect(registry.refresh).toHaveBeenCalledTimes(1);
  registry.refresh.mockRejectedValueOnce(new Error('down'));
  await vi.advanceTimersByTimeAsync(44_000);
  expect(registry.refresh.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(log.warn).toHaveBeenCalledTimes(1);
  stop();
  const calls = registry.refresh.mock.calls.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(registry.refresh).toHaveBeenCalledTimes(calls);
  expect(unsubscribe).toHaveBeenCalled();
});
