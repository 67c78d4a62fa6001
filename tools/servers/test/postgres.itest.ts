import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findServers, forTests, startPostgres } from '../src/index.ts';
import type { RunningServer } from '../src/index.ts';
import { nextExit, sql, stateFolder } from './help.ts';

let state: ReturnType<typeof stateFolder>;
beforeEach(() => void (state = stateFolder()));
afterEach(() => state.dispose());

const start = (port = 0): Promise<RunningServer> => startPostgres({ stateDir: state.dir, port, settings: forTests });

it('starts with a private password, UTF-8 and no JIT, on loopback only', async () => {
  const postgres = await start();
  const [row] = await sql(postgres.url, `select current_setting('server_encoding') e, current_setting('jit') j, current_setting('fsync') f, current_setting('listen_addresses') l`);
  expect(row).toEqual({ e: 'UTF8', j: 'off', f: 'off', l: '127.0.0.1' });
  await expect(sql(postgres.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password authentication failed/);
  expect(statSync(join(state.dir, 'postgres', 'superuser.password')).mode & 0o777).toBe(0o600);
});

it('keeps data over kill -9 with clients connected, and over a stop', async () => {
  const postgres = await startPostgres({ stateDir: state.dir, port: 0 });
  await sql(postgres.url, 'create table kept (n int)');
  await sql(postgres.url, 'insert into kept values (1)');
  const sleeping = sql(postgres.url, 'select pg_sleep(60)').catch((error: Error) => error);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const exit = nextExit(postgres);
  postgres.kill9();
  expect((await exit).expected).toBe(false);
  await postgres.restart();
  expect(await sleeping).toBeInstanceOf(Error);
  expect(await sql(postgres.url, 'select n from kept')).toEqual([{ n: 1 }]);
  await postgres.stop();
  const again = await startPostgres({ stateDir: state.dir, port: 0 });
  expect(await sql(again.url, 'select n from kept')).toEqual([{ n: 1 }]);
});

it('is adopted, also after its pid file was lost it is not started twice', async () => {
  const first = await start();
  expect(await start()).toMatchObject({ pid: first.pid, adopted: true, url: first.url });
  writeFileSync(join(state.dir, 'postgres', 'server.pid.json'), '{');
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await sql(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('does not believe a lock of PostgreSQL whose pid is another program by now', async () => {
  const first = await start();
  const [row] = await sql(first.url, `select current_setting('data_directory') d`);
  await first.stop();
  const lock = join(String(row?.d), 'postmaster.pid');
  // A process of PostgreSQL's own user: of another user's it would believe nothing anyway.
  const { uid, gid } = statSync(String(row?.d));
  const other = spawn('sleep', ['60'], { uid, gid });
  writeFileSync(lock, `${other.pid}\n${String(row?.d)}\n`);
  expect((await start()).adopted).toBe(false);
  expect(other.exitCode).toBeNull();
  other.kill();
});

it('finishes an initdb that was killed', async () => {
  mkdirSync(join(state.dir, 'postgres', 'data.new'), { recursive: true });
  writeFileSync(join(state.dir, 'postgres', 'data.new', 'half'), '');
  expect(await sql((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('says who has the port', async () => {
  const first = await start();
  const other = stateFolder();
  const message = `Port ${first.port} for PostgreSQL is already taken by postgres, process ${first.pid}; stop that or choose another port.`;
  await expect(startPostgres({ stateDir: other.dir, port: first.port })).rejects.toThrow(message);
  await other.dispose();
});

it('refuses a bad setting in one sentence, and data of another major version', async () => {
  await expect(startPostgres({ stateDir: state.dir, port: 0, settings: { shared_buffers: 'lots' } })).rejects.toThrow(/^PostgreSQL ended while it was starting: .*shared_buffers/);
  const version = await start().then(async (server) => {
    const [row] = await sql(server.url, `select current_setting('data_directory') d`);
    await server.stop();
    return join(String(row?.d), 'PG_VERSION');
  });
  const major = readFileSync(version, 'utf8');
  writeFileSync(version, '9\n');
  await expect(start()).rejects.toThrow(/was made by PostgreSQL 9 .*postgresql-9/);
  writeFileSync(version, major);
});

it('is used by its address, after a look at the version', async () => {
  const { url, version } = await start();
  const found = await findServers({ want: ['postgres'], env: { DATABASE_URL: url } });
  expect(found.postgres).toEqual({ source: 'url', url, version });
  const external = await startPostgres({ stateDir: state.dir, port: 0, found: found.postgres });
  expect(external).toMatchObject({ url, pid: 0 });
  expect(() => external.kill9()).toThrow(/belongs to somebody else/);
  await expect(findServers({ want: ['postgres'], env: { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x' } })).rejects.toThrow(
    /^PostgreSQL at postgres:\/\/u:\*\*\*@127.0.0.1:1\/x \(DATABASE_URL\) cannot be used: /,
  );
});
