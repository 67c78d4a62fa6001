import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The part of `nx graph --file` that the rules read. */
export interface ProjectGraph {
  readonly nodes: Readonly<Record<string, { readonly data: { readonly root: string; readonly tags?: readonly string[] } }>>;
  readonly dependencies: Readonly<Record<string, readonly { readonly source: string; readonly target: string }[]>>;
}

/** Asks Nx, which also sees imports that no package.json declares. No daemon: a check leaves nothing running. */
export async function readGraph(root: string): Promise<ProjectGraph> {
  const folder = await mkdtemp(join(tmpdir(), 'boundaries-'));
  const file = join(folder, 'graph.json');
  try {
    await promisify(execFile)(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'graph', `--file=${file}`], { cwd: root, env: { ...process.env, NX_DAEMON: 'false' } });
    return (JSON.parse(await readFile(file, 'utf8')) as { graph: ProjectGraph }).graph;
  } finally {
    await rm(folder, { recursive: true });
  }
}
