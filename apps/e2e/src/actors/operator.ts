import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import type { PodUnderTest } from '../pod.ts';

const root = resolve(import.meta.dirname, '../../../..');

/** Awards a badge as the operator of a pod does: with `npm run badge`. */
export async function awardByOperator(pod: PodUnderTest, handle: string, badge: string): Promise<void> {
  const { code, out } = await operate(pod, 'badge', ['award', '--territory', pod.slug ?? 'dk', '--member', `@${handle}`, '--badge', badge, '--reason', 'Chosen by the assembly']);
  if (code !== 0) throw new Error(out);
}

/** Runs a command of the operator against a pod, such as `audit verify`; answers its exit code and what it printed. */
export async function operate(pod: PodUnderTest, tool: 'audit' | 'badge' | 'redrive' | 'territory', args: readonly string[]): Promise<{ code: number; out: string }> {
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
