import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StoreInUse, StoreLock } from './store-lock.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'store-lock-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));
const files = () => readdir(folder);
const named = (letter: string) => join(folder, `lock.${letter.repeat(8)}-0000-4000-8000-000000000000`);

it('is one process’s at a time, which the refusal names', async () => {
  const lock = await StoreLock.take(folder);
  await expect(StoreLock.take(folder)).rejects.toThrow(new RegExp(`in use by process ${process.pid}`));
  expect(await files()).toHaveLength(1);
  await lock.release();
  expect(await files()).toEqual([]);
  await (await StoreLock.take(folder)).release();
});

it('is taken by at most one of many that come at once', async () => {
  for (let round = 0; round < 20; round++) {
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => StoreLock.take(folder)));
    const taken = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(taken.length).toBeLessThanOrEqual(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(StoreInUse);
    for (const lock of taken) await lock.release();
    expect(await files()).toEqual([]);
  }
});

it('is taken over from a process that was killed', async () => {
  const script = `import { StoreLock } from ${JSON.stringify(join(import.meta.dirname, 'store-lock.ts'))}; await StoreLock.take(${JSON.stringify(folder)}); console.log('taken'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--conditions=@unityplan/source', '--input-type=module-typescript', '--experimental-transform-types', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => reject(new Error('the child did not take the lock')));
  });
  await expect(StoreLock.take(folder)).rejects.toThrow(new RegExp(`in use by process ${child.pid}`));
  child.kill('SIGKILL');
  await ended;
  await (await StoreLock.take(folder)).release();
});

it('is not kept by another process that has the old one’s number', async () => {
  await writeFile(named('a'), JSON.stringify({ pid: process.pid, began: '1', host: hostname() }));
  await (await StoreLock.take(folder)).release();
});

it('of another machine counts while its beat is young', async () => {
  const file = named('b');
  await writeFile(file, JSON.stringify({ pid: 1, began: '1', host: 'elsewhere' }));
  await expect(StoreLock.take(folder)).rejects.toThrow('in use by process 1 on elsewhere');
  await utimes(file, new Date(), new Date(Date.now() - 60_000));
  const lock = await StoreLock.take(folder);
  const [own] = await files();
  expect(JSON.parse(await readFile(join(folder, own!), 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() });
  await lock.release();
});
