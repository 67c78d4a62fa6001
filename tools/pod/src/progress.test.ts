import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Progress } from './progress.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { written, progress: new Progress({ isTTY, columns: 40, write: (text) => written.push(text) }) };
}

it('without a terminal says what lasts, once, and what came of it', async () => {
  const { written, progress } = screen(false);
  const step = progress.begin('servers', 'finding');
  await vi.advanceTimersByTimeAsync(800);
  expect(written).toEqual([]);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(written).toEqual(['  servers     finding …\n']);
  step.done('PostgreSQL 15');
  expect(written.at(-1)).toBe('  servers     PostgreSQL 15  (3.8 s)\n');
});

it('on a terminal counts in one line, which never wraps', async () => {
  const { written, progress } = screen(true);
  const step = progress.begin('build', 'a name that is far too long for this narrow terminal');
  await vi.advanceTimersByTimeAsync(150);
  expect(written.every((text) => text.length < 40 && !text.includes('\n'))).toBe(true);
  step.dropped();
  expect(written.at(-1)).toBe('\r\x1b[K');
  expect(vi.getTimerCount()).toBe(0);
});
