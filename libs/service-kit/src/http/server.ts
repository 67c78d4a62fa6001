import { bytesType, commonErrors, maxBodyBytes, Problem } from '@unityplan/contracts';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { enterTrace, requestTrace, type Metrics } from '@unityplan/telemetry';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Fastify with our limits. The address of a caller comes from the gateway's signed header, never from X-Forwarded-For. */
export function createServer(): FastifyAdapter {
  return new FastifyAdapter({ bodyLimit: maxBodyBytes, trustProxy: false, routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true }, forceCloseConnections: 'idle', keepAliveTimeout: 30_000 });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Content type in which the route takes its body, and the most bytes of it. */
    readonly accepts?: string;
    readonly maxBodyBytes?: number;
  }
}

/** Bodies as the routes declare them: each within its own limit, and raw bytes where a route takes bytes and nowhere else. */
export function takeBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onRoute', (route) => {
    if (route.config?.maxBodyBytes !== undefined) route.bodyLimit = route.config.maxBodyBytes;
  });
  fastify.addContentTypeParser(bytesType, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const { accepts } = request.routeOptions.config;
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const fits = type === undefined || (type === bytesType) === (accepts === bytesType);
    done(fits ? null : new Problem(commonErrors.media_type_unsupported, { accepted: accepts ?? 'application/json' }), payload);
  });
}

/** Before anything else: every request runs in its trace, is counted and timed by route (never by raw path, which holds ids). */
export function observeRequests(app: NestFastifyApplication, service: string, metrics: Metrics): void {
  const duration = metrics.seconds('http_request_duration_seconds', 'Time to answer a request', ['method', 'route', 'status']);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onRequest', (request, _reply, done) => {
    const header = request.headers['traceparent'];
    // Many clients name a content type on every call; one without a body has none to be parsed.
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if (encoding === undefined && (length === undefined || length === '0')) delete request.headers['content-type'];
    enterTrace(requestTrace(typeof header === 'string' ? header : undefined, service));
    done();
  });
  fastify.addHook('onSend', (_request, reply: FastifyReply & { unchanged?: boolean }, payload, done) => {
    if (!reply.unchanged) return done(null, payload);
    void reply.code(304).removeHeader('content-type').removeHeader('content-length');
    done(null, null);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    duration.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
}
