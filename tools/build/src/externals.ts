/** Stay packages of their own even when everything else is bundled. */
const neverBundled = [
  // Bundled pg dies at start ("Class extends value #<Object>"); argon2 is a native binary; pino starts a worker by file name.
  /^pg(-|\/|$)/,
  /^@node-rs\//,
  // Its C library lies in a package of its own, found by name at run time.
  /^(sharp$|@img\/)/,
  /^(pino|pino-.*|thread-stream)(\/|$)/,
  // One copy per process, shared with whoever traces or counts from outside the bundle.
  /^(prom-client|ioredis)(\/|$)/,
  /^@opentelemetry\//,
  // Found by path at run time: files to be served, not code.
  /^(swagger-ui-dist|@fastify\/static)(\/|$)/,
];

/** What Nest and its friends try to load and do without; not installed here, so bundling would fail over them. */
const optionalPeers = [
  /^@nestjs\/(websockets|platform-express|platform-socket\.io)(\/|$)/,
  /^(class-transformer|class-validator|kafkajs|mqtt|amqplib|amqp-connection-manager|cache-manager|cloudflare:sockets)(\/|$)/,
  /^@grpc\//,
  /^@fastify\/(view|multipart)(\/|$)/,
];

const fits = (list: readonly RegExp[], id: string): boolean => list.some((pattern) => pattern.test(id));

/** Whether whoever imports it does without when it is not installed. */
export const isOptional = (id: string): boolean => fits(optionalPeers, id);

/** Whether an import stays an import. Our own code never does; packages do unless `bundle` is asked for. */
export function isExternal(id: string, bundle: boolean): boolean {
  if (id.startsWith('.') || id.startsWith('/') || id.startsWith('\0') || id.startsWith('@unityplan/')) return false;
  // The helpers oxc puts in for decorators: no package of ours has them, so they always come along.
  if (id.startsWith('@oxc-project/runtime')) return false;
  if (id.startsWith('node:')) return true;
  return bundle ? fits(neverBundled, id) || isOptional(id) : true;
}
