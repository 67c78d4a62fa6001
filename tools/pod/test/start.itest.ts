import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isPortFree, readServiceEnvironment, serverStatus, serviceEnvironmentFile } from '@unityplan/servers';
import { podUnderTest, run } from './runner-under-test.ts';

let runner: ReturnType<typeof run>;
let pod: Awaited<ReturnType<typeof podUnderTest>>;
beforeAll(async () => void (pod = await podUnderTest({ POSTGRES_MAX_CONNECTIONS: '150' })));
afterAll(() => pod.dispose());

const ready = /ready after/;
const child = (): { pid: number } => JSON.parse(readFileSync(join(pod.state, 'run', 'pod.json'), 'utf8')) as { pid: number };
const page = async (): Promise<number> => (await fetch(`http://127.0.0.1:${pod.port}/health/ready`)).status;
const servers = (): boolean[] => serverStatus(pod.state).map(({ running }) => running);
const killHard = (pid: number, signal: NodeJS.Signals = 'SIGKILL'): void => void process.kill(pid, signal);

async function sql(text: string): Promise<unknown[]> {
  const client = new pg.Client(readServiceEnvironment(pod.state)['DATABASE_URL']);
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function expectNothingLeft(): Promise<void> {
  expect(servers()).toEqual([false, false, false]);
  expect(existsSync(join(pod.state, 'run')) ? readdirSync(join(pod.state, 'run')) : []).toEqual([]);
  expect(await isPortFree(pod.port)).toBe(true);
}

it('says who has a port, and leaves nothing behind', async () => {
  const other = createServer().listen(pod.portOf('forum'), '127.0.0.1');
  const refused = pod.start();
  expect(await refused.exit).toBe(1);
  expect(refused.text()).toMatch(new RegExp(`Port ${pod.portOf('forum')} \\(forum\\) is taken by .*, process ${process.pid}\\. Stop .* --port \\d+\n$`));
  other.close();
  await expectNothingLeft();
});

it('stops in the middle of a start', async () => {
  const first = pod.start();
  await first.printed(/starting the pod/);
  expect(await first.end('SIGINT')).toBe(0);
  expect(first.text()).not.toMatch(ready);
  await expectNothingLeft();
});

it('starts, stops with Ctrl-C, and goes on from its data', async () => {
  const first = pod.start();
  await first.printed(ready);
  expect(await page()).toBe(200);
  expect(statSync(serviceEnvironmentFile(pod.state)).mode & 0o777).toBe(0o600);
  expect(await sql('show max_connections')).toEqual([{ max_connections: '150' }]);
  await sql('create table kept as select 42 as n');
  const second = pod.start();
  expect(await second.exit).toBe(1);
  expect(second.text()).toContain('This pod is running already');
  expect(await first.end('SIGINT')).toBe(0);
  await expectNothingLeft();

  runner = pod.start();
  await runner.printed(ready);
  expect(runner.text()).toContain('nothing to build');
  expect(await sql('select n from kept')).toEqual([{ n: 42 }]);
});

it('brings a killed service back, and ends what a killed runner left over', async () => {
  const { pid } = child();
  killHard(pid);
  await runner.printed(/is back after/);
  expect(child().pid).not.toBe(pid);
  expect(await page()).toBe(200);

  // One that hangs cannot leave by itself when its runner is gone.
  killHard(child().pid, 'SIGSTOP');
  await runner.end('SIGKILL');
  expect(servers()).toEqual([true, true, true]);
  const next = pod.start();
  await next.printed(ready);
  expect(next.text()).toMatch(/ended pod(, provisioner)? of a run that was killed/);
  expect(next.text()).toContain('(still running)');
  expect(await page()).toBe(200);
  expect(await next.end('SIGTERM')).toBe(0);
  await expectNothingLeft();
});

it('migrates a pod that does not run, and stops its PostgreSQL again', async () => {
  const status = run('migrate.ts', ['status'], { UNITYPLAN_STATE: pod.state });
  expect(await status.exit).toBe(0);
  expect(status.text()).toMatch(/territory_dk: \d+ applied, 0 pending/);
  await expectNothingLeft();
});
