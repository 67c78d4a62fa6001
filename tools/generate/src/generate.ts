import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { breaks } from './compatibility.ts';
import type { Lock } from './lock.ts';
import { lockPath, outputs } from './outputs.ts';

const textOf = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);

/** What a run found: sentences to show, and whether it failed. */
export interface Report {
  readonly failed: boolean;
  readonly lines: string[];
}

/** Writes every derived file below `root`, or with `check` only says which are stale. Writes nothing when a promise would break. */
export async function generate(root: string, check: boolean, made?: Record<string, string>): Promise<Report> {
  const files = made ?? (await outputs(root));
  const committed = await textOf(join(root, lockPath));
  const broken = committed === undefined ? [] : breaks(JSON.parse(committed) as Lock, JSON.parse(files[lockPath]!) as Lock);
  if (broken.length > 0) return { failed: true, lines: ['These changes would break whoever uses the contract today:', ...broken.map((line) => `  ${line}`)] };

  const stale: string[] = [];
  for (const [path, text] of Object.entries(files)) if ((await textOf(join(root, path))) !== text) stale.push(path);
  if (check) return checked(stale);
  for (const path of stale) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), files[path]!);
  }
  return { failed: false, lines: stale.length > 0 ? stale.map((path) => `wrote ${path}`) : ['Everything was up to date.'] };
}

function checked(stale: string[]): Report {
  if (stale.length === 0) return { failed: false, lines: ['Everything that derives from contracts and code is up to date.'] };
  return { failed: true, lines: ['Not what contracts and code say now; run `npm run generate` and commit:', ...stale.map((path) => `  ${path}`)] };
}
