import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { enterTrace, requestTrace, type Metrics } from '@unityplan/telemetry';
import type { FastifyInstance } from 'fastify';
import { maxBodyBytes } from './limits.ts';

/** Fastify with our limits. The address of a caller comes from the gateway's signed header, never from X-Forwarded-For. */
export function createServer(): FastifyAdapter {
  return new FastifyAdapter({ bodyLimit: maxBodyBytes, trustProxy: false, routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true }, forceCloseConnections: 'idle', keepAliveTimeout: 30_000 });
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
  fastify.addHook('onResponse', (request, reply, done) => {
    duration.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
}
