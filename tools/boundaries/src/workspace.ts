import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSource, type SourceFile } from './source-file.ts';

/** A project of the workspace. */
export interface Project {
  readonly name: string;
  /** `apps/forum` */
  readonly root: string;
  readonly tags: readonly string[];
  readonly dependencies: ReadonlySet<string>;
  readonly devDependencies: ReadonlySet<string>;
}

export interface Workspace {
  readonly projects: readonly Project[];
  readonly files: readonly SourceFile[];
  /** SQL files: path → text. */
  readonly sql: ReadonlyMap<string, string>;
}

interface Manifest {
  name: string;
  exports?: Record<string, string | Record<string, string>> | string;
  nx?: { tags?: string[] };
  dependencies?: object;
  peerDependencies?: object;
  devDependencies?: object;
}

const skipped = new Set(['node_modules', 'dist', '.types', '.nx', '.state', 'coverage', 'test-results', 'playwright-report']);

function* walk(folder: string, below = ''): Generator<string> {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    if (skipped.has(entry.name) || entry.name.startsWith('.')) continue;
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* walk(folder, path);
    else yield path;
  }
}

/** Reads and parses every project below `apps`, `libs` and `tools` of a workspace. */
export function readWorkspace(root: string): Workspace {
  const manifests = new Map<string, Manifest>();
  const paths = ['apps', 'libs', 'tools'].filter((top) => existsSync(join(root, top))).flatMap((top) => [...walk(root, top)]);
  for (const path of paths)
    if (/^[^/]+\/[^/]+\/package\.json$/.test(path)) manifests.set(posix.dirname(path), JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest);

  const known = new Set(paths);
  const roots = new Map([...manifests].map(([folder, manifest]) => [manifest.name, folder]));
  const resolve = (specifier: string, from: string): string | undefined =>
    specifier.startsWith('.') ? asFile(posix.join(posix.dirname(from), specifier), known) : ofPackage(specifier, roots, manifests, known);

  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  return {
    projects: [...manifests].map(([folder, manifest]) => projectOf(folder, manifest)),
    files: paths.filter((path) => /\.(ts|tsx|mts|mjs)$/.test(path) && !path.endsWith('.d.ts')).map((path) => parseSource(path, read(path), resolve)),
    sql: new Map(paths.filter((path) => path.endsWith('.sql')).map((path) => [path, read(path)])),
  };
}

function projectOf(root: string, { name, nx, dependencies, peerDependencies, devDependencies }: Manifest): Project {
  const names = (...lists: (object | undefined)[]) => new Set(lists.flatMap((list) => Object.keys(list ?? {})));
  return { name, root, tags: nx?.tags ?? [], dependencies: names(dependencies, peerDependencies), devDependencies: names(devDependencies) };
}

function asFile(path: string, known: ReadonlySet<string>): string | undefined {
  const stem = path.replace(/\.(js|jsx|mjs)$/, '');
  return [path, `${path}.ts`, `${path}.tsx`, `${stem}.ts`, `${stem}.tsx`, `${path}/index.ts`].find((candidate) => known.has(candidate));
}

function ofPackage(specifier: string, roots: ReadonlyMap<string, string>, manifests: ReadonlyMap<string, Manifest>, known: ReadonlySet<string>) {
  const [name, entry] = [packageOf(specifier), `.${specifier.slice(packageOf(specifier).length)}`];
  const folder = roots.get(name);
  const exports = folder === undefined ? undefined : manifests.get(folder)?.exports;
  const target = typeof exports === 'string' ? exports : exports?.[entry];
  const file = typeof target === 'string' ? target : (target?.['@unityplan/source'] ?? target?.['default']);
  return folder === undefined || file === undefined ? undefined : asFile(posix.join(folder, file), known);
}

/** `@unityplan/territory/names` → `@unityplan/territory`. */
export const packageOf = (specifier: string): string => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

/** The folder of the project a path is in: `apps/forum/src/main.ts` → `apps/forum`. */
export const projectRootOf = (path: string): string => path.split('/').slice(0, 2).join('/');
