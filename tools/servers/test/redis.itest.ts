import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startRedis } from '../src/index.ts';
import { askRedis } from '../src/redis/ask.ts';
import { nextExit, stateFolder } from './help.ts';

let state: ReturnType<typeof stateFolder>;
beforeEach(() => void (state = stateFolder()));
afterEach(() => state.dispose());

const start = (port = 0, password?: string): ReturnType<typeof startRedis> =>
  startRedis({ stateDir: state.dir, port, ...(password === undefined ? {} : { password }) });

it('starts, answers with its password only, and stops', async () => {
  const redis = await start();
  expect((await askRedis(redis.url)).version).toBe(redis.version);
  await expect(askRedis(`redis://127.0.0.1:${redis.port}`)).rejects.toThrow(/NOAUTH/);
  const exit = nextExit(redis);
  await redis.stop();
  expect(await exit).toEqual({ expected: true, sentence: 'Redis has stopped.' });
  await expect(askRedis(redis.url)).rejects.toThrow();
});

it('is adopted by a later run, and started again when the settings differ', async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ pid: first.pid, url: first.url, adopted: true });
  const third = await start(0, 'a "new" p@ss/word æ');
  expect(third.adopted).toBe(false);
  expect(third.pid).not.toBe(first.pid);
  expect((await askRedis(third.url)).version).toBe(third.version);
});

it('two runs at once get the same server', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  expect(one.pid).toBe(two.pid);
  expect([one.adopted, two.adopted].sort()).toEqual([false, true]);
});

it('tells of a kill and comes back on the same port', async () => {
  const redis = await start();
  const { port, pid } = redis;
  const exit = nextExit(redis);
  redis.kill9();
  const { expected, sentence } = await exit;
  expect(expected).toBe(false);
  expect(sentence).toMatch(/^Redis was killed by SIGKILL/);
  await redis.restart();
  expect(redis.port).toBe(port);
  expect(redis.pid).not.toBe(pid);
});

it('says who has the port', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  await expect(start(port)).rejects.toThrow(new RegExp(`^Port ${port} for Redis is already taken by node.*, process ${process.pid}; stop that`));
  other.close();
});
