import { mkdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { rolldown } from 'rolldown';

/** What stays a package: programs of their own, and what the framework asks for and does without. */
const packages =
  /^(node:|pg(-|\/|$)|pino|thread-stream|prom-client|ioredis|sharp$|@img\/|rolldown(\/|$)|@opentelemetry\/|@grpc\/|@fastify\/(static|view|multipart)|@nestjs\/(websockets|platform-express|platform-socket)|class-|kafkajs|mqtt|amqp|cache-manager|cloudflare:)/;

/**
 * Builds a program that a test starts and kills, with the service in it so that it starts fast, below `dist/itest` of the package's
 * folder; answers the file to start.
 */
export async function buildProgram(packageFolder: string, source: string): Promise<string> {
  const dir = join(packageFolder, 'dist', 'itest');
  await mkdir(dir, { recursive: true });
  const build = await rolldown({
    input: join(packageFolder, source), platform: 'node', tsconfig: join(import.meta.dirname, '../../../tsconfig.base.json'),
    resolve: { conditionNames: ['@unityplan/source', 'node', 'import', 'module', 'default'] }, external: (id) => packages.test(id), logLevel: 'silent',
  });
  await build.write({ dir, format: 'esm', keepNames: true });
  await build.close();
  return join(dir, `${basename(source, extname(source))}.js`);
}
