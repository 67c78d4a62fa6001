/** `npm test`: static checks and small tests, then every test on real servers, then the journeys in a browser; sums all runners. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clearResults, closingLine, sumResults, withSteps, type FailedStep } from './summary.ts';
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

const failedSteps: FailedStep[] = [];
let skippedJourneys = 0;

async function run(title: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  if (stopped) {
    failedSteps.push({ title: `${title}: not run, the run was stopped`, reported: 0 });
    return;
  }
  console.log(`\n== ${title}`);
  const started = performance.now();
  const before = sumResults(root).counts.failed;
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NX_TUI: 'false', ...env } });
  running = child;
  const code = await new Promise((resolve) => child.on('exit', resolve));
  running = undefined;
  if (code !== 0) failedSteps.push({ title, reported: sumResults(root).counts.failed - before });
  console.log(`== ${title}: ${code === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

const nx = (...args: string[]): string[] => ['node_modules/nx/dist/bin/nx.js', ...args, '--output-style=static'];
const own = (script: string, ...args: string[]): string[] => ['--conditions=@unityplan/source', script, ...args];

async function staticChecks(): Promise<void> {
  await run('lint, types and small tests', nx('run-many', '-t', 'lint', 'typecheck', 'test', '--parallel=2'));
  await run('import rules', own('tools/boundaries/src/main.ts'));
  await run('nothing unused', ['node_modules/knip/bin/knip.js', '--no-config-hints', '--no-progress']);
  await run('generated files', own('tools/generate/src/main.ts', '--check'));
}

async function serverTests(): Promise<void> {
  const { cluster, stop } = await startTestCluster(root, (line) => console.log(line));
  try {
    const env = { UNITYPLAN_TEST_CLUSTER: JSON.stringify(cluster), TEST_PG_ADMIN_URL: cluster.pgAdminUrl };
    await run('tests on real servers', nx('run-many', '-t', 'itest', '--parallel=2', '--skip-nx-cache'), env);
  } finally {
    await stop();
  }
}

async function browserTests(): Promise<void> {
  if (!existsSync(chromium)) {
    console.log(`\n== browser journeys: skipped, no Chromium at ${chromium} (install the package chromium, or set CHROMIUM_PATH)`);
    // Without a browser nothing counts the tests in them: each file is one.
    skippedJourneys = readdirSync(join(root, 'apps', 'e2e', 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.spec.ts')).length;
    return;
  }
  await run('browser journeys', nx('run-many', '-t', 'e2e', '--parallel=1', '--skip-nx-cache'));
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
  if (only === 'all' || only === 'quick') await staticChecks();
  if (only === 'all' || only === 'servers') await serverTests();
  if (only === 'all' || only === 'browser') await browserTests();
  const { counts, failures } = withSteps(sumResults(root), failedSteps);
  for (const failure of failures) console.log(`\nFAILED ${failure}`);
  console.log(`\n${closingLine({ ...counts, skipped: counts.skipped + skippedJourneys })}`);
  return counts.failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
