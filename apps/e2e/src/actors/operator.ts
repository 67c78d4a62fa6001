import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { PodUnderTest } from '../pod.ts';

const root = resolve(import.meta.dirname, '../../../..');

/** Awards a badge as the operator of a pod does: with `npm run badge`. Answers what the command said. */
export async function awardByOperator(pod: PodUnderTest, handle: string, badge: string): Promise<string> {
  const args = ['--conditions=@unityplan/source', 'tools/pod/src/with-pod.ts', 'tools/badge/src/cli.ts', 'award', '--territory', pod.slug ?? 'dk', '--member', `@${handle}`, '--badge', badge, '--reason', 'Chosen by the assembly'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, UNITYPLAN_STATE: pod.state } });
  return stdout;
}

/** Runs a command of the operator against a pod, such as `audit verify`; answers its exit code and what it printed. */
export async function operate(pod: PodUnderTest, tool: 'audit' | 'redrive' | 'territory', args: readonly string[]): Promise<{ code: number; out: string }> {
  return command(pod, ['tools/pod/src/with-pod.ts', `tools/${tool}/src/cli.ts`, ...args]);
}

/** `npm run migrate -- <command>` against a pod. */
export async function migrateByOperator(pod: PodUnderTest, name: 'status' | 'drift'): Promise<{ code: number; out: string }> {
  return command(pod, ['tools/pod/src/migrate.ts', name]);
}

function command(pod: PodUnderTest, args: readonly string[]): Promise<{ code: number; out: string }> {
  const env = { ...process.env, UNITYPLAN_STATE: pod.state };
  return new Promise((done) => execFile(process.execPath, ['--conditions=@unityplan/source', ...args], { cwd: root, env }, (error, out, err) => done({ code: Number(error?.code ?? 0), out: out + err })));
}
