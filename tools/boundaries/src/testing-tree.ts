import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { checkFiles } from './check.ts';
import { readWorkspace } from './workspace.ts';

/** A package.json of a small tree. */
export const project = (name: string, tags: string[], dependencies: string[] = [], devDependencies: string[] = []): string => {
  const list = (names: string[]) => Object.fromEntries(names.map((dependency) => [`@unityplan/${dependency}`, '*']));
  return JSON.stringify({ name: `@unityplan/${name}`, nx: { tags }, exports: { '.': { '@unityplan/source': './src/index.ts' } }, dependencies: list(dependencies), devDependencies: list(devDependencies) });
};

/** Writes a small workspace for one test and says where it is. */
export function tree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'tree-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** What the rules say about files of one service, `apps/forum/src/`. */
export function faultsInService(files: Record<string, string>): string[] {
  const below = Object.entries(files).map(([path, text]) => [`apps/forum/src/${path}`, text]);
  return checkFiles(readWorkspace(tree({ 'apps/forum/package.json': project('forum', ['type:service']), ...Object.fromEntries(below) as Record<string, string> })));
}
