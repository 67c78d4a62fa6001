import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const folder = join(import.meta.dirname, '../..');
/** What stays a package: programs of their own, and what the framework asks for and does without. */
const left = /^(node:|pg(-|\/|$)|pino|thread-stream|prom-client|ioredis|@opentelemetry\/|@grpc\/|@fastify\/(static|view|multipart)|@nestjs\/(websockets|platform-express|platform-socket)|class-|kafkajs|mqtt|amqp|cache-manager|cloudflare:)/;

/** Builds a process with the service in it; answers the file to start. */
export async function buildChild(): Promise<string> {
  const outDir = join(folder, 'dist', 'itest');
  await mkdir(outDir, { recursive: true });
  const build = await rolldown({
    input: join(import.meta.dirname, 'child.ts'), platform: 'node', tsconfig: join(folder, '../../tsconfig.base.json'),
    resolve: { conditionNames: ['@unityplan/source', 'node', 'import', 'module', 'default'] }, external: (id) => left.test(id), logLevel: 'silent',
  });
  await build.write({ dir: outDir, format: 'esm', keepNames: true });
  await build.close();
  return join(outDir, 'child.js');
}
