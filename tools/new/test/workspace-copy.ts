import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const source = resolve(import.meta.dirname, '../../..');

/** A copy of this workspace, as it is now, in which a test may do anything. */
export interface WorkspaceCopy {
  readonly root: string;
  /** Runs a command as it would be typed, and answers what it printed; throws all of it when it fails. */
  run(command: string, env?: NodeJS.ProcessEnv): string;
  read(path: string): string;
  commit(): void;
  remove(): void;
}

/** Copies the files that git knows or would know, and what was compiled; packages from outside are shared, those of the workspace are its own. */
export function copyWorkspace(): WorkspaceCopy {
  const root = mkdtempSync(join(tmpdir(), 'unityplan-new-'));
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: source, encoding: 'utf8', maxBuffer: 1 << 26 });
  for (const path of new Set(listed.split('\0').filter(Boolean))) if (existsSync(join(source, path))) copy(path);
  for (const group of ['apps', 'libs', 'tools']) for (const name of readdirSync(join(root, group))) if (existsSync(join(source, group, name, '.types'))) copy(`${group}/${name}/.types`);
  linkPackages(root);
  stamp(root);
  git('init', '-q', '-b', 'main');
  const commit = (): void => {
    git('add', '-A');
    git('-c', 'user.name=A newcomer', '-c', 'user.email=newcomer@unityplan.localhost', 'commit', '-q', '--allow-empty', '-m', 'A step');
  };
  commit();
  return { root, run: (command, env = {}) => run(root, command, env), read: (path) => readFileSync(join(root, path), 'utf8'), commit, remove: () => rmSync(root, { recursive: true, force: true }) };

  function copy(path: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    cpSync(join(source, path), join(root, path), { recursive: true, preserveTimestamps: true });
  }
}

function linkPackages(root: string): void {
  const packages = join(source, 'node_modules');
  const own = join(root, 'node_modules');
  mkdirSync(join(own, '@unityplan'), { recursive: true });
  for (const name of readdirSync(packages)) if (!['@unityplan', '.cache', '.unityplan-stamp'].includes(name)) symlinkSync(join(packages, name), join(own, name));
  for (const group of ['apps', 'libs', 'tools'])
    for (const name of readdirSync(join(root, group))) {
      const manifest = join(root, group, name, 'package.json');
      if (!existsSync(manifest)) continue;
      const { name: known } = JSON.parse(readFileSync(manifest, 'utf8')) as { name: string };
      symlinkSync(relative(join(own, '@unityplan'), join(root, group, name)), join(own, known));
    }
}

/** Says to tools/bootstrap that everything is installed. */
function stamp(root: string): void {
  const script = `import { stampFile, stampFor } from '${join(root, 'tools/bootstrap/stamp.mjs')}'; import { writeFileSync } from 'node:fs'; writeFileSync(stampFile('${root}'), stampFor('${root}'));`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script]);
}

/** Without what belongs to the run of tests around it: its servers have the tables of this workspace, not those of the copy. */
function run(root: string, command: string, more: NodeJS.ProcessEnv): string {
  const kept = Object.entries(process.env).filter(([name]) => !/^(UNITYPLAN_TEST_CLUSTER|TEST_PG_ADMIN_URL|VITEST.*|NODE_OPTIONS|npm_config_.*)$/.test(name));
  const who = { GIT_AUTHOR_NAME: 'A newcomer', GIT_AUTHOR_EMAIL: 'newcomer@unityplan.localhost', GIT_COMMITTER_NAME: 'A newcomer', GIT_COMMITTER_EMAIL: 'newcomer@unityplan.localhost' };
  const env = { ...Object.fromEntries(kept), PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`, NX_DAEMON: 'false', NX_TUI: 'false', ...who, ...more };
  try {
    return execFileSync('bash', ['-c', command], { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command}\n${stdout}\n${stderr}`, { cause: error });
  }
}
