import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, runnerFile, runnerOf, withFolderLock, type RunnerRecord } from '@unityplan/servers';

/** What a runner says of itself. */
type Claim = Pick<RunnerRecord, 'port' | 'pod' | 'without'>;

/** Makes the state folder and writes this process into it as its runner. Throws a sentence when the folder cannot be used or another runner has it. */
export async function claimState(stateDir: string, own: Claim): Promise<void> {
  mkdirSync(join(stateDir, 'logs'), { recursive: true, mode: 0o700 });
  // Of two starts in the same moment the second must see what the first has written.
  await withFolderLock(join(stateDir, 'runner.lock'), async () => claim(stateDir, own));
}

function claim(stateDir: string, own: Claim): void {
  const other = runnerOf(stateDir);
  if (other) throw new Error(other.pod === own.pod
    ? `This pod is running already, on port ${other.port} (process ${other.pid}). Stop it first, or give this one data and ports of its own: npm start -- --pod ${own.pod} --state DIR --port N`
    : `The pod ${other.pod} runs in ${stateDir}, on port ${other.port} (process ${other.pid}). Every pod has a folder of its own: leave --state away, or name another one.`);
  const self = identify(process.pid, ownScript());
  rmSync(runnerFile(stateDir), { force: true });
  writeFileSync(runnerFile(stateDir), JSON.stringify({ ...self, ...own }), { mode: 0o600 });
}

export function leaveState(stateDir: string): void {
  rmSync(runnerFile(stateDir), { force: true });
}

/** The argument that tells the runner from other programs, exactly as it was typed; process.argv has it made absolute. */
function ownScript(): string {
  try {
    const words = readFileSync('/proc/self/cmdline', 'utf8').split('\0');
    return words.find((word) => process.argv[1] !== undefined && process.argv[1].endsWith(word.replace(/^\.\//, '')) && word !== '') ?? words[0]!;
  } catch {
    return process.execPath;
  }
}
