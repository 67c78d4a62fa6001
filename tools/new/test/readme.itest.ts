import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { stepsOf } from './walkthrough.ts';

const root = resolve(import.meta.dirname, '../../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const workspaces = ['apps', 'libs', 'tools'].flatMap((group) => readdirSync(join(root, group)).filter((name) => existsSync(join(root, group, name, 'package.json'))).map((name) => `${group}/${name}`)).sort();
const readmes = workspaces.map((folder) => `${folder}/README.md`).filter((file) => existsSync(join(root, file)));

it('has a worked example with an event, its handler, a page and a test', () => {
  const steps = stepsOf(readme);
  const commands = steps.flatMap((step) => (step.kind === 'command' ? [step.text] : []));
  for (const part of ['npm run new -- service', 'npm run new -- page', 'npm run new -- event', 'npm run itest', 'npm start']) expect(commands.some((command) => command.startsWith(part)), part).toBe(true);
  expect(steps.filter(({ kind }) => kind === 'lines').length).toBeGreaterThan(5);
});

it('has a line for every workspace on its map, and no other', () => {
  const named = [...readme.matchAll(/^\| `((?:apps|libs|tools)\/[\w-]+)` \|/gm)].map((match) => match[1]).sort();
  expect(named).toEqual(workspaces);
});

it('names only scripts, files and pictures that there are', () => {
  const scriptsOf = (folder: string): string[] => Object.keys((JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { scripts?: object }).scripts ?? {});
  const scripts = scriptsOf('.');
  for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/README.md', ...readmes]) {
    const text = readFileSync(join(root, file), 'utf8');
    const known = readmes.includes(file) ? [...scripts, ...scriptsOf(dirname(file))] : scripts;
    for (const [, name] of text.matchAll(/npm run ([a-z:]+)(?! -w)(?= |`|$)/gm)) expect(known, `${file}: npm run ${name}`).toContain(name);
    for (const [, path] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) expect(existsSync(join(root, file, '..', path!)), `${file}: ${path}`).toBe(true);
  }
});

it('shows code that is there, where it says from which file it is', () => {
  const shown = readmes.flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/from `([\w/.-]+\.ts)`:\n\n```ts\n([\s\S]*?)```/gi)].map(([, path, code]) => ({ file, path: path!, code: code! })));
  expect(shown.length).toBeGreaterThan(4);
  for (const { file, path, code } of shown) expect(readFileSync(join(root, path), 'utf8'), `${file} shows ${path}`).toContain(code);
});
