import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { PodConfig } from '@unityplan/service-kit';
import { buildProgram } from '@unityplan/testing';

const folder = join(import.meta.dirname, '..');
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The service as a process of its own, to be killed without warning and started again. */
export async function killableService(config: PodConfig, own: Record<string, string>) {
  const file = await buildProgram(folder, 'src/main.ts');
  const port = await freePort();
  const env = {
    PATH: process.env['PATH'], ENVIRONMENT: 'test', POD_ID: config.podId, TERRITORIES: config.territories.join(','), DATABASE_URL: config.databaseUrl, ROLE_PREFIX: config.rolePrefix, POD_SECRET: config.podSecret,
    KEY_ENCRYPTION_KEY: config.keyEncryptionKey, NATS_URL: config.natsUrl, NATS_USER: config.natsUser, NATS_PASSWORD: config.natsPassword, REDIS_URL: config.redisUrl, PUBLIC_URL: config.publicUrl,
    PUBLIC_FILES_URL: config.filesUrl, LOG_LEVEL: 'warn', FILES_PORT: String(port), NODE_COMPILE_CACHE: join(folder, 'dist', 'itest', 'cache'), ...own,
  };
  let child: ChildProcess;
  const start = async () => {
    child = spawn(process.execPath, [file], { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'ignore', 'inherit'] });
    const ended = new Promise<false>((resolve) => child.once('exit', () => resolve(false)));
    for (;;) {
      const ready = await Promise.race([ended, fetch(`http://127.0.0.1:${port}/health/ready`).then((answer) => answer.ok, () => undefined)]);
      if (ready) return;
      if (ready === false) throw new Error('the service ended while starting');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  };
  await start();
  return { url: `http://127.0.0.1:${port}`, start, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
