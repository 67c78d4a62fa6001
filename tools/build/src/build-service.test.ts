import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testApp } from './testing-app.ts';
import { run } from './testing-run.ts';

const builder = join(import.meta.dirname, 'build-service.ts');

it.each([[[]], [['--bundle']]])('builds a service that runs, with its decorators and its mapped sources %j', { timeout: 60_000 }, async (flags) => {
  const { dir } = testApp();
  const build = run([builder, dir, ...flags]);
  expect(await build.exit, build.text()).toBe(0);
  const service = run(['--enable-source-maps', join(dir, 'dist/main.js')]);
  const [, url] = await service.printed(/answers at (\S+)/);
  expect(await (await fetch(url!)).json()).toEqual({ words: 'hello 2026', limit: 20, loaded: ['function', 'function', 'function', 'function'] });
  service.child.kill('SIGTERM');
  expect(await service.exit).toBe(0);

  const code = readFileSync(join(dir, 'dist/main.js'), 'utf8');
  expect(code).not.toMatch(/from ["']@unityplan\//);
  expect(/from ["']@nestjs\/core["']/.test(code)).toBe(flags.length === 0);
  expect(code).toMatch(/from ["']pg["']/);
  expect((JSON.parse(readFileSync(join(dir, 'dist/main.js.map'), 'utf8')) as { sources: string[] }).sources).toContain('../src/greeter.ts');
  if (flags.length > 0) expect(build.text()).toMatch(/not in the bundle: @fastify\/static, ioredis, pg, pino, prom-client/);
});

it('fails aloud when the code does not build', async () => {
  const { dir, write } = testApp();
  write('greeter.ts', 'export const {');
  const build = run([builder, dir]);
  expect(await build.exit).not.toBe(0);
  expect(build.text()).toMatch(/greeter\.ts/);
});
