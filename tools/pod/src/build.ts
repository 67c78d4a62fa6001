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
function stampOf(from: readonly string[]): string {
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

/** Whether what it makes was made from its sources as they are now. */
export function isFresh(plan: BuildPlan): boolean {
  return existsSync(plan.makes) && existsSync(plan.stampFile) && readFileSync(plan.stampFile, 'utf8') === stampOf(plan.from);
}

/** Builds. Throws with the end of the output when it fails, and when it is aborted. */
export async function build(plan: BuildPlan, signal?: AbortSignal): Promise<void> {
  // Taken before: what is edited meanwhile is not in what gets built.
  const stamp = stampOf(plan.from);
  const output: string[] = [];
  const code = await new Promise<number | null>((resolve) => {
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, plan.args, { cwd: plan.cwd, stdio: ['ignore', 'pipe', 'pipe'], env, ...(signal && { signal, killSignal: 'SIGKILL' }) });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part.toString('utf8')));
    child.on('error', (error) => output.push(error.message));
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`Building ${plan.name} failed:\n${gist(output.join(''))}`);
  writeFileSync(plan.stampFile, stamp);
}

/** The end of a build's output, without stack frames and colours. */
function gist(output: string): string {
  const lines = output.replace(/\x1b\[[\d;]*m/g, '').split('\n').filter((line) => line.trim() && !/^\s+at /.test(line));
  return lines.slice(-15).map((line) => `  ${line}`).join('\n');
}
