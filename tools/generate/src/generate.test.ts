import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { generate } from './generate.ts';
import { outputs } from './outputs.ts';

let root: string;
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'generate-')); });
afterEach(() => rm(root, { recursive: true }));
const lock = (payload: object) => ({ 'contracts.lock.json': JSON.stringify({ 'event x.done': payload }), 'docs/generated/a.md': 'a\n' });

it('writes, then finds everything up to date', async () => {
  expect(await generate(root, false, lock({ a: 1 }))).toEqual({ failed: false, lines: ['wrote contracts.lock.json', 'wrote docs/generated/a.md'] });
  expect((await generate(root, true, lock({ a: 1 }))).failed).toBe(false);
  expect((await generate(root, false, lock({ a: 1 }))).lines).toEqual(['Everything was up to date.']);
});

it('names what is stale, and leaves it', async () => {
  await generate(root, false, lock({ a: 1 }));
  await writeFile(join(root, 'docs/generated/a.md'), 'edited');
  const report = await generate(root, true, lock({ a: 1 }));
  expect(report.failed).toBe(true);
  expect(report.lines).toContain('  docs/generated/a.md');
  expect(await readFile(join(root, 'docs/generated/a.md'), 'utf8')).toBe('edited');
});

it('writes nothing when a promise would break', async () => {
  await generate(root, false, lock({ a: 1 }));
  const report = await generate(root, false, { ...lock({ a: 2 }), 'docs/generated/a.md': 'b\n' });
  expect(report).toMatchObject({ failed: true, lines: [expect.any(String), expect.stringContaining('make a version 2')] });
  expect(await readFile(join(root, 'docs/generated/a.md'), 'utf8')).toBe('a\n');
});

it('makes the same text every time', async () => {
  const workspace = join(import.meta.dirname, '../../..');
  expect(await outputs(workspace)).toEqual(await outputs(workspace));
});
