import { mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Frontend } from './frontend.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let dir: string;
const build = (words: string): void => {
  mkdirSync(join(dir, 'assets'), { recursive: true });
  for (let n = 0; n < 40; n++) writeFileSync(join(dir, 'assets', `chunk${n}-abcdefgh.js`), words);
  writeFileSync(join(dir, 'index.html'), words);
};
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'frontend-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('answers everyone who comes while it reads the first time', async () => {
  build('first');
  const frontend = new Frontend(dir);
  const found = await Promise.all(['/', '/register', '/assets/chunk7-abcdefgh.js', '/sign-in'].map((path) => frontend.file(path)));
  expect(found.map((file) => file?.content.toString())).toEqual(['first', 'first', 'first', 'first']);
});

it('serves a new build as soon as it is there, and the old one while it is made', async () => {
  build('first');
  const frontend = new Frontend(dir);
  await frontend.file('/');
  rmSync(join(dir, 'index.html'));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2_000 });
  try {
    expect((await frontend.file('/register'))?.content.toString()).toBe('first');
    build('second');
    utimesSync(join(dir, 'index.html'), new Date(), new Date(Date.now() + 5_000));
    vi.setSystemTime(Date.now() + 2_000);
    const found = await Promise.all(['/', '/register', '/assets/chunk7-abcdefgh.js'].map((path) => frontend.file(path)));
    expect(found.map((file) => file?.content.toString())).toEqual(['second', 'second', 'second']);
  } finally {
    vi.useRealTimers();
  }
});

it('has no page while there is no build, and finds one that is made later', async () => {
  const frontend = new Frontend(dir);
  expect(await frontend.file('/')).toBeUndefined();
  build('first');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2_000 });
  try {
    expect((await frontend.file('/'))?.content.toString()).toBe('first');
  } finally {
    vi.useRealTimers();
  }
  expect(await new Frontend(undefined).file('/')).toBeUndefined();
});
