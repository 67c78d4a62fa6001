import { afterEach, expect, it, vi } from 'vitest';
import { defaultTiming } from './live-timing.ts';
import { watchWake } from './live-wake.ts';
import { recordingLive, until } from './testing-live-client.ts';
import { liveServer, topic } from './testing-live-server.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const task of cleanUp.splice(0)) await task();
});
/** The clock jumps, as it does when the lid was closed: far enough that no stall of a machine is taken for it. */
const sleep = () => {
  const now = Date.now;
  vi.spyOn(Date, 'now').mockImplementation(() => now() + 20_000);
};

function page() {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const target = Object.assign(new EventTarget(), { document });
  const woken: string[] = [];
  const watch = (timing = {}) => cleanUp.push(watchWake((how) => woken.push(how), { ...defaultTiming, ...timing }, target));
  const show = (state: string) => ((document.visibilityState = state), document.dispatchEvent(new Event('visibilitychange')));
  return { woken, watch, show, online: () => target.dispatchEvent(new Event('online')) };
}

it('reconnects at once after the machine slept', async () => {
  const server = await liveServer();
  const { live, follow, seen } = recordingLive(server.url, { timing: { clockMs: 20, backoffMs: 60_000, maxBackoffMs: 60_000 } });
  cleanUp.push(() => live.close(), () => server.close());
  follow(topic);
  await until(() => server.requests.length === 1);
  server.add(topic);
  await until(() => seen.length === 1);
  sleep();
  server.add(topic, true);
  await until(() => server.tickets.length === 2 && seen.length === 2);
  expect(seen).toEqual([1, 2]);
});

it('notices a jump of the clock', async () => {
  const { woken, watch } = page();
  watch({ clockMs: 10 });
  sleep();
  await until(() => woken.length > 0);
  expect(woken).toEqual(['slept']);
});

it('does not take the slow timers of a hidden page for sleep', async () => {
  const { woken, watch, show } = page();
  show('hidden');
  watch({ clockMs: 10 });
  sleep();
  await until(() => woken.length > 0);
  expect(woken).toEqual(['nudged']);
});

it('looks when the page comes to the front and when the network returns', () => {
  const { woken, watch, show, online } = page();
  watch();
  show('hidden');
  expect(woken).toEqual([]);
  show('visible');
  online();
  expect(woken).toEqual(['nudged', 'nudged']);
});

it('does not wait any longer once the network is back, and tests a connection that looks alive', async () => {
  const target = new EventTarget();
  Object.assign(globalThis, { addEventListener: target.addEventListener.bind(target), removeEventListener: target.removeEventListener.bind(target) });
  cleanUp.push(() => ['addEventListener', 'removeEventListener'].forEach((name) => Reflect.deleteProperty(globalThis, name)));
  const server = await liveServer();
  const { live, follow } = recordingLive(server.url, { timing: { backoffMs: 60_000, maxBackoffMs: 60_000, probeMs: 1_000 } });
  cleanUp.push(() => live.close(), () => server.close());
  follow(topic);
  await until(() => live.status() === 'live');
  server.drop();
  await until(() => live.status() === 'connecting');
  target.dispatchEvent(new Event('online'));
  await until(() => live.status() === 'live' && server.tickets.length === 2);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const probe = async (nth: number) => {
    target.dispatchEvent(new Event('online'));
    await until(() => server.pings() === nth);
    await server.read();
    vi.advanceTimersByTime(1_000);
  };
  await probe(1);
  expect(live.status()).toBe('live');
  server.faults.mute = true;
  await probe(2);
  await until(() => live.status() !== 'live');
});
