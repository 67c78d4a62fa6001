import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Findings } from '../bench.ts';
import { root } from '../pod.ts';

export interface FirstLoad {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** Reads the line of totals of apps/frontend/scripts/bundle-size.mjs, in kB. */
export function parseFirstLoad(output: string): FirstLoad {
  const found = /([\d.]+) kB raw\s+([\d.]+) kB gzip\s+([\d.]+) kB brotli\s+FIRST LOAD/.exec(output);
  if (!found) throw new Error(`bundle-size.mjs said nothing of the first load:\n${output}`);
  return { raw: Number(found[1]), gzip: Number(found[2]), brotli: Number(found[3]) };
}

/** JavaScript of the entry and everything it imports statically, as the pod's own build has it. */
export async function measureFirstLoad(): Promise<Findings> {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'apps/frontend/scripts/bundle-size.mjs')], { encoding: 'utf8' });
  const { raw, gzip, brotli } = parseFirstLoad(stdout + stderr);
  const baseline = { name: 'not compressed', values: [raw] };
  return {
    figures: [
      { name: 'first load, JavaScript, brotli', unit: 'kB', values: [brotli], goal: 150, baseline },
      { name: 'first load, JavaScript, gzip', unit: 'kB', values: [gzip], goal: 150, baseline },
    ],
  };
}
