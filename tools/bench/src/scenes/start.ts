import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Findings, Setting } from '../bench.ts';
import { Pod, root } from '../pod.ts';

/** How long from the command to the address, when state, builds and packages are there. */
export async function measureStart({ options, rounds, tell }: Setting): Promise<Findings> {
  const values: number[] = [];
  const npm: number[] = [];
  const bare: number[] = [];
  let rebuilt = 0;
  const wanted = Math.min(rounds, 3);
  for (let tries = 0; values.length < wanted && tries < wanted + 3; tries++) {
    bare.push(await wall(process.execPath, ['-e', '0'], root));
    const own = await npmOwnSeconds();
    const pod = await Pod.start(options);
    await pod.stop();
    tell(`start: ${pod.seconds.toFixed(2)} s, npm itself ${own.toFixed(2)} s${pod.built ? ' (built first, does not count)' : ''}`);
    if (pod.built) {
      rebuilt++;
      continue;
    }
    npm.push(own);
    values.push(pod.seconds + own);
  }
  return {
    figures: [{ name: 'warm `npm start` to the address', unit: 's', values, goal: 10, baseline: { name: 'node -e 0', values: bare } }],
    notes: [
      `Start: the runner was measured itself, and ${(npm.reduce((a, b) => a + b, 0) / npm.length).toFixed(2)} s were added, which \`npm start\` with the check of \`prestart\` takes in an empty package; so a run never reinstalls packages.${rebuilt ? ` ${rebuilt} starts did not count because sources had changed and were built first.` : ''}`,
    ],
  };
}

/** What npm adds: itself, `prestart` with the check that packages are installed, and a script that does nothing. */
async function npmOwnSeconds(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'unityplan-bench-npm-'));
  try {
    const check = `import(${JSON.stringify(join(root, 'tools/bootstrap/stamp.mjs'))}).then(({ isUpToDate }) => isUpToDate(${JSON.stringify(root)}))`;
    writeFileSync(join(folder, 'check.mjs'), check);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '0.0.0', scripts: { prestart: 'node check.mjs', start: 'node -e 0' } }));
    return (await wall('npm', ['start'], folder)) - (await wall(process.execPath, ['-e', '0'], root));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function wall(program: string, args: string[], cwd: string): Promise<number> {
  const at = performance.now();
  const child = spawn(program, args, { cwd, stdio: 'ignore' });
  const code = await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}`);
  return (performance.now() - at) / 1000;
}
