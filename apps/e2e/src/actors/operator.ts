import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { PodUnderTest } from '../pod.ts';

const root = resolve(import.meta.dirname, '../../../..');

/** Awards a badge as the operator of a pod does: with `npm run badge`. Answers what the command said. */
export async function awardByOperator(pod: PodUnderTest, handle: string, badge: string): Promise<string> {
  const args = ['--conditions=@unityplan/source', 'tools/pod/src/with-pod.ts', 'tools/badge/src/cli.ts', 'award', '--territory', 'DK', '--member', `@${handle}`, '--badge', badge, '--reason', 'Chosen by the assembly'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, UNITYPLAN_STATE: pod.state } });
  return stdout;
}
