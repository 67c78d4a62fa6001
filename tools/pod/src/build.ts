import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';

/** Something that is built from folders and need not be built again while they stay as they are. */
export interface BuildPlan {
  readonly name: string;
  readonly cwd: string;
  readonly args: readonly string[];
  /** Folders and files it depends on. */
  readonly from: readonly string[];
  /** What the build makes; its absence forces a build. */
  readonly makes: string;
  readonly stampFile: string;
}

const passedOver = new Set(['node_modules', 'dist', '.types', '.results', '.nx', 'test']);

/** A digest of names, sizes and times of all files below the folders; fast enough to ask at every start. */
export function stampOf(from: readonly string[]): string {
  const hash = createHash('sha256');
  const visit = (path: string): void => {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) if (!passedOver.has(name)) visit(join(path, name));
    } else hash.update(`${path}|${stat.size}|${stat.mtimeMs}\n`);
  };
  for (const path of from) if (existsSync(path)) visit(path);
  return hash.digest('hex');
}

/** Builds unless what it depends on is as it was. Returns whether it built. Throws with the end of the output when it fails. */
export async function buildIfStale(plan: BuildPlan): Promise<boolean> {
  const stamp = stampOf(plan.from);
  if (existsSync(plan.makes) && existsSync(plan.stampFile) && readFileSync(plan.stampFile, 'utf8') === stamp) return false;
  const output: string[] = [];
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, plan.args, { cwd: plan.cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part.toString('utf8')));
    child.on('exit', resolve);
  });
  if (code !== 0) throw new Error(`Building ${plan.name} failed:\n${output.join('').trim().split('\n').slice(-15).join('\n')}`);
  writeFileSync(plan.stampFile, stamp);
  return true;
}
