import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPod, type RunningPod } from '../../run-pod.ts';

/** The course that comes with the platform, and its quiz. */
export const courseSlug = 'hosting-a-good-conversation';
export const quizId = 'final-quiz';

/** A pod in processes, each of which can be killed, and whose clock can be set forward by writing milliseconds to `clockFile`. */
export interface LearningPod extends RunningPod {
  readonly clockFile: string;
}

export async function runLearningPod(): Promise<LearningPod> {
  const folder = mkdtempSync(join(tmpdir(), 'unityplan-clock-'));
  const clockFile = join(folder, 'offset');
  const pod = await runPod({ port: 21_080, args: ['--processes'], env: { CLOCK_FILE: clockFile } });
  return {
    ...pod,
    clockFile,
    stop: async () => {
      await pod.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
