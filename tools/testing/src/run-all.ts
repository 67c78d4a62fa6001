/** `npm test`: static checks and small tests, then every test on real servers, then the journeys in a browser; sums all runners. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clearResults, closingLine, sumResults } from './summary.ts';
import { startTestCluster } from './test-cluster.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const help = `npm test [-- --quick | --only servers|browser]

  (nothing)        everything: lint, types, import rules, nothing unused, generated files, small tests, tests on real servers, browser journeys
  --quick          only what needs no server (what a commit must pass)
  --only servers   only tests on real servers
  --only browser   only browser journeys`;

// Whoever stops the run stops what it is at, so that its servers are stopped in turn.
let running: ChildProcess | undefined;
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    stopped = true;
    running?.kill(signal);
  });

function run(title: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  if (stopped) return Promise.resolve(false);
  console.log(`\n== ${title}`);
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NX_TUI: 'false', ...env } });
    running = child;
    child.on('exit', (code) => {
      running = undefined;
      console.log(`== ${title}: ${code === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
      resolve(code === 0);
    });
  });
}

const nx = (...args: string[]): string[] => ['node_modules/nx/dist/bin/nx.js', ...args, '--output-style=static'];
const own = (script: string, ...args: string[]): string[] => ['--conditions=@unityplan/source', script, ...args];

async function staticChecks(): Promise<boolean> {
  const results = [
    await run('lint, types and small tests', nx('run-many', '-t', 'lint', 'typecheck', 'test', '--parallel=2')),
    await run('import rules', own('tools/boundaries/src/main.ts')),
    await run('nothing unused', ['node_modules/knip/bin/knip.js', '--no-config-hints', '--no-progress']),
    await run('generated files', own('tools/generate/src/main.ts', '--check')),
  ];
  return results.every(Boolean);
}

async function serverTests(): Promise<boolean> {
  const { cluster, stop } = await startTestCluster(root, (line) => console.log(line));
  try {
    const env = { UNITYPLAN_TEST_CLUSTER: JSON.stringify(cluster), TEST_PG_ADMIN_URL: cluster.pgAdminUrl };
    return await run('tests on real servers', nx('run-many', '-t', 'itest', '--parallel=2', '--skip-nx-cache'), env);
  } finally {
    await stop();
  }
}

async function browserTests(): Promise<boolean> {
  if (!existsSync(chromium)) {
    console.log(`\n== browser journeys: skipped, no Chromium at ${chromium} (install the package chromium, or set CHROMIUM_PATH)`);
    return true;
  }
  return run('browser journeys', nx('run-many', '-t', 'e2e', '--parallel=1', '--skip-nx-cache'));
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(help);
    return 0;
  }
  const only = args.includes('--quick') ? 'quick' : args.includes('--only') ? args[args.indexOf('--only') + 1] : 'all';
  if (!['quick', 'servers', 'browser', 'all'].includes(only ?? '')) {
    console.error(help);
    return 2;
  }
  clearResults(root);
  let passed = true;
  if (only === 'all' || only === 'quick') passed = (await staticChecks()) && passed;
  if (only === 'all' || only === 'servers') passed = (await serverTests()) && passed;
  if (only === 'all' || only === 'browser') passed = (await browserTests()) && passed;
  const { counts, failures } = sumResults(root);
  for (const failure of failures) console.log(`\nFAILED ${failure}`);
  console.log(`\n${closingLine(counts)}`);
  return passed && counts.failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
