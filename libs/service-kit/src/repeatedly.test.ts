import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { repeatedly } from './repeatedly.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('leaves out turns while one is busy, and goes on after it', async () => {
  let end = () => undefined as void;
  const work = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
  const stop = repeatedly(1_000, work);
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(5_500);
  expect(work).toHaveBeenCalledTimes(1);
  end();
  await vi.advanceTimersByTimeAsync(1_100);
  expect(work).toHaveBeenCalledTimes(2);
  end();
  await stop();
});

it('begins at once where it is asked to', async () => {
  const work = vi.fn(() => Promise.resolve());
  await repeatedly(1_000, work, { atOnce: true })();
  expect(work).toHaveBeenCalledTimes(1);
});

it('stops: tells the work that is in hand, waits for it, and begins nothing more', async () => {
  let stopped = false;
  const work = vi.fn((signal: AbortSignal) => new Promise<void>((resolve) => signal.addEventListener('abort', () => setTimeout(resolve, 50))));
  const stop = repeatedly(1_000, work);
  await vi.advanceTimersByTimeAsync(1_100);
  const stopping = stop().then(() => (stopped = true));
  await vi.advanceTimersByTimeAsync(49);
  expect(stopped).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await stopping;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(work).toHaveBeenCalledTimes(1);
});
