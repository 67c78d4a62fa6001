import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { stepsOf } from './walkthrough.ts';

const root = resolve(import.meta.dirname, '../../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

it('has a worked example with an event, its handler, a page and a test', () => {
  const steps = stepsOf(readme);
  const commands = steps.flatMap((step) => (step.kind === 'command' ? [step.text] : []));
  for (const part of ['npm run new -- service', 'npm run new -- page', 'npm run new -- event', 'npm run itest', 'npm start']) expect(commands.some((command) => command.startsWith(part)), part).toBe(true);
  expect(steps.filter(({ kind }) => kind === 'lines').length).toBeGreaterThan(5);
});

it('has a line for every workspace on its map, and no other', () => {
  const named = [...readme.matchAll(/^\| `((?:apps|libs|tools)\/[\w-]+)` \|/gm)].map((match) => match[1]).sort();
  const there = ['apps', 'libs', 'tools'].flatMap((group) => readdirSync(join(root, group)).filter((name) => existsSync(join(root, group, name, 'package.json'))).map((name) => `${group}/${name}`)).sort();
  expect(named).toEqual(there);
});

it('names only scripts, files and pictures that there are', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/README.md', 'tools/new/README.md']) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, name] of text.matchAll(/npm run ([a-z:]+)(?= |`|$)/gm)) if (name !== 'itest') expect(Object.keys(scripts), `${file}: npm run ${name}`).toContain(name);
    for (const [, path] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) expect(existsSync(join(root, file, '..', path!)), `${file}: ${path}`).toBe(true);
  }
});
