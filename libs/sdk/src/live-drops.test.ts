import { afterEach, expect, it, vi } from 'vitest';
import type { Cursor } from './index.ts';
import { backoff, defaultTiming } from './live-timing.ts';
import { recordingLive, until } from './testing-live-client.ts';
import { liveServer, topic } from './testing-live-server.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const task of cleanUp.splice(0)) await task();
});
async function start(heartbeatMs?: number, options?: Parameters<typeof recordingLive>[1]) {
  const server = await liveServer(heartbeatMs);
  const client = recordingLive(server.url, options);
  cleanUp.push(() => client.live.close(), () => server.close());
  client.follow(topic);
  await until(() => client.live.status() === 'live' && server.requests.length > 0);
  return { server, ...client };
}

it('finds a half-open connection by its silence', async () => {
  // Beats come when the test says so: a machine that stalls does not make one late.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { server, live } = await start(1_000);
  const [socket] = server.sockets();
  const beat = async (nth: number) => {
    vi.advanceTimersByTime(1_000);
    await until(() => server.pings() === nth);
    await server.read();
  };
  for (const nth of [1, 2, 3]) await beat(nth);
  server.faults.mute = true;
  await beat(4);
  expect([server.tickets.length, live.status()]).toEqual([1, 'live']);
  vi.advanceTimersByTime(1_000);
  await until(() => live.status() !== 'live');
  server.faults.mute = false;
  await until(() => server.tickets.length > 1 && live.status() === 'live');
  expect(server.sockets()).not.toContain(socket);
});

it('finds it within 30 seconds with the times it ships with', () => {
  expect(2 * defaultTiming.heartbeatMs).toBeLessThanOrEqual(30_000);
});

it('gives up an attempt that is never answered', async () => {
  const { server, live, statuses } = await start(undefined, { timing: { connectMs: 600 } });
  server.faults.mute = true;
  server.drop();
  await until(() => live.status() === 'offline');
  server.faults.mute = false;
  await until(() => live.status() === 'live');
  expect(statuses).toEqual(['live', 'connecting', 'offline', 'live']);
});

it('comes back when the server said, not before', async () => {
  const { server, live } = await start();
  server.sendAll({ type: 'closing', reason: 'drain', retryAfterMs: 300 });
  await server.read();
  const droppedAt = Date.now();
  server.drop();
  await until(() => server.tickets.length === 2 && live.status() === 'live');
  expect(Date.now() - droppedAt).toBeGreaterThanOrEqual(290);
});

it('waits longer after each failure, never longer than the most', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 7, 50].map((attempt) => backoff(attempt, defaultTiming, 1));
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  expect(backoff(3, defaultTiming, 0.25)).toBe(1000);
});

it('tries again and again while there is no ticket, slower each time', async () => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
  const getTicket = vi.fn(() => Promise.reject(new Error('offline')));
  const { live, follow } = recordingLive('ws://127.0.0.1:1', { getTicket, timing: { backoffMs: 500, maxBackoffMs: 30_000 } });
  cleanUp.push(() => live.close(), () => vi.restoreAllMocks());
  follow(topic);
  const calls: number[] = [];
  for (const seconds of [0.4, 0.2, 1, 2, 4]) {
    await vi.advanceTimersByTimeAsync(seconds * 1000);
    calls.push(getTicket.mock.calls.length);
  }
  expect(calls).toEqual([1, 2, 3, 4, 5]);
  expect(live.status()).toBe('offline');
});

it('hands cursors to the application and takes them up again', async () => {
  const kept = new Map<string, Cursor>([[topic, { epoch: 'e1', seq: 0 }]]);
  const server = await liveServer();
  server.add(topic);
  const { live, follow, seen } = recordingLive(server.url, { cursorStore: { load: (s) => kept.get(s), save: (s, c) => kept.set(s, c) } });
  cleanUp.push(() => live.close(), () => server.close());
  follow(topic);
  await until(() => seen.length === 1);
  expect(kept.get(topic)).toEqual({ epoch: 'e1', seq: 1 });
});

it('goes on after a handler threw', async () => {
  const onError = vi.fn();
  const { server, live, seen } = await start(undefined, { onError });
  live.subscribe(topic, { onEntry: () => { throw new Error('broken'); }, onReload: () => {} });
  server.add(topic);
  server.add(topic);
  await until(() => seen.length === 2);
  expect(onError).toHaveBeenCalledTimes(2);
});
