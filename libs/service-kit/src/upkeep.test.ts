import type { Logger } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Upkeep } from './upkeep.ts';

const warn = vi.fn();
const served = vi.fn(() => [{ id: 'DK' }, { id: 'SAMI-FN-NO' }]);
const upkeep = () => new Upkeep({ podId: 'dk' }, { served } as unknown as TerritoryRegistry, { warn } as unknown as Logger);

beforeEach(() => {
  vi.useFakeTimers();
  warn.mockClear();
  served.mockReset();
});
afterEach(() => void vi.useRealTimers());

it('does its work in every open territory, by the clock, and what fails in one keeps no other from it', async () => {
  const seen: string[] = [];
  const one = upkeep();
  one.add({ everyMs: 1_000, failed: 'left for now', work: async (territory) => {
    seen.push(territory);
    if (territory === 'DK') throw new Error('the database is away');
  } });
  one.onApplicationBootstrap();
  expect(seen).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(seen).toEqual(['DK', 'SAMI-FN-NO']);
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ territory: 'DK' }), 'left for now');
  await one.onModuleDestroy();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(seen).toHaveLength(2);
});

it('begins at once where a task asks for it, and does a round when told', async () => {
  const work = vi.fn(() => Promise.resolve());
  const one = upkeep();
  const round = one.add({ everyMs: 1_000, atOnce: true, failed: '', work });
  one.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(0);
  expect(work).toHaveBeenCalledTimes(2);
  await round();
  expect(work).toHaveBeenCalledTimes(4);
  await one.onModuleDestroy();
});

it('passes over a territory that was closed while the round was under way', async () => {
  const seen: string[] = [];
  const round = upkeep().add({ everyMs: 1_000, failed: '', work: async (territory) => {
    seen.push(territory);
    served.mockReturnValue([{ id: 'DK' }]);
  } });
  await round();
  expect(seen).toEqual(['DK']);
});
