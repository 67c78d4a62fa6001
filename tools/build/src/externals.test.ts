import { expect, it } from 'vitest';
import { isExternal } from './externals.ts';

it.each(['./app.ts', '/abs/app.ts', '@unityplan/contracts', '@oxc-project/runtime/helpers/decorate', '\0rolldown/runtime.js'])('always takes %j in', (id) => {
  expect([isExternal(id, false), isExternal(id, true)]).toEqual([false, false]);
});

it.each(['node:fs', 'pg', 'pg/lib/x.js', 'pino', 'pino-http', 'prom-client', 'ioredis', '@node-rs/argon2', 'sharp', '@img/sharp-linux-x64', '@opentelemetry/api', '@nestjs/websockets/socket-module.js', 'class-validator', '@grpc/grpc-js'])(
  'always leaves %s out',
  (id) => expect([isExternal(id, false), isExternal(id, true)]).toEqual([true, true]),
);

it.each(['@nestjs/core', 'fastify', 'kysely', 'zod', 'pgsql-parser'])('takes %s in only when bundling', (id) => {
  expect([isExternal(id, false), isExternal(id, true)]).toEqual([true, false]);
});
