import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { PodConfig } from '@unityplan/service-kit';
import { rolldown } from 'rolldown';

const folder = join(import.meta.dirname, '..');
/** What a bundle leaves out: programs of their own, and what the framework asks for and does without. */
const left = /^(node:|pg(-|\/|$)|pino|thread-stream|prom-client|ioredis|sharp$|@img\/|@opentelemetry\/|@grpc\/|@fastify\/(static|view|multipart)|@nestjs\/(websockets|platform-express|platform-socket)|class-|kafkajs|mqtt|amqp|cache-manager|cloudflare:)/;

/** Builds the service, with most packages in it so that it starts fast; answers the file to start. */
export async function buildService(): Promise<string> {
  const outDir = join(folder, 'dist', 'itest');
  await mkdir(outDir, { recursive: true });
  const build = await rolldown({
    input: join(folder, 'src/main.ts'), platform: 'node', tsconfig: join(folder, '../../tsconfig.base.json'), resolve: { conditionNames: ['@unityplan/source', 'node', 'import', 'module', 'default'] },
    external: (id) => left.test(id), logLevel: 'silent',
  });
  await build.write({ dir: outDir, format: 'esm', keepNames: true });
  await build.close();
  return join(outDir, 'main.js');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The service as a process of its own, to be killed without warning and started again. */
export async function killableService(config: PodConfig, own: Record<string, string>) {
  const file = await buildService();
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
