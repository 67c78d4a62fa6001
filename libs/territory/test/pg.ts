/** A throw-away PostgreSQL for this lib's itests: TEST_PG_ADMIN_URL when set, else a private cluster that ends with the run. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';

const PASSWORD = 'admin-of-a-throw-away-cluster';

/** vitest globalSetup: sets TEST_PG_ADMIN_URL for the workers and gives the teardown. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env['TEST_PG_ADMIN_URL']) return async () => {};
  const { url, stop } = await startCluster();
  process.env['TEST_PG_ADMIN_URL'] = url;
  return stop;
}

async function startCluster(): Promise<{ url: string; stop: () => Promise<void> }> {
  const bin = binaries();
  const user = unprivileged();
  const dir = mkdtempSync('/tmp/unityplan-territory-pg-');
  if (user.uid !== undefined) chownSync(dir, user.uid, user.gid!);
  writeFileSync(join(dir, 'password'), PASSWORD);
  if (user.uid !== undefined) chownSync(join(dir, 'password'), user.uid, user.gid!);
  const options = { ...user, cwd: dir, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } };
  const data = join(dir, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-E', 'UTF8', '-A', 'scram-sha-256', `--pwfile=${join(dir, 'password')}`, '-N'], { ...options, stdio: 'pipe' });
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: dir, fsync: 'off', full_page_writes: 'off', max_connections: 150, max_locks_per_transaction: 512, log_min_messages: 'fatal' };
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])], { ...options, stdio: 'ignore' });
  const url = `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
  const stop = async (): Promise<void> => {
    await ended(server, 'SIGINT');
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await ready(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

function binaries(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(root, version, 'bin')).find((dir) => existsSync(join(dir, 'initdb')));
  if (!found) throw new Error('No PostgreSQL found: set TEST_PG_ADMIN_URL or install the package postgresql.');
  return found;
}

/** PostgreSQL refuses root. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`);
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return;
  const end = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await end;
}
