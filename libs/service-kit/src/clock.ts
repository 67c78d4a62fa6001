import { readFileSync, statSync } from 'node:fs';
import type { PodConfig } from './config.ts';
import type { Clock } from './kit.ts';

const lookEveryMs = 100;

/**
 * The service's clock: the machine's, or in development and tests one that is set forward or back by the milliseconds written in
 * `CLOCK_FILE`, so that a running pod can be shown what next year brings. Production refuses such a file (`readPodConfig`).
 */
export function clockOf({ clockFile }: Pick<PodConfig, 'clockFile'>): Clock {
  if (clockFile === undefined) return Date.now;
  let lookedAt = -lookEveryMs;
  let changedAt = -1;
  let offset = 0;
  return () => {
    const now = performance.now();
    if (now - lookedAt >= lookEveryMs) {
      lookedAt = now;
      const changed = statSync(clockFile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (changed !== changedAt) {
        changedAt = changed;
        offset = changed === 0 ? 0 : Number(readFileSync(clockFile, 'utf8')) || 0;
      }
    }
    return Date.now() + offset;
  };
}
