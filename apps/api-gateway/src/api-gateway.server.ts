import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Health, LOGGER, METRICS } from '@unityplan/service-kit';
import { requestTrace, runInTrace, type Logger, type Metrics } from '@unityplan/telemetry';
import type { FastifyInstance } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { EDGE, type EdgeParts } from './api-gateway.parts.ts';
import { guardConnections } from './edge/connection-guard.ts';
import type { Seen } from './edge/edge.ts';
import { isLocalHost } from './edge/door.ts';
import { operatorHealth } from './pages/operator-health.ts';

const operatorPath = /^\/(health(\/(live|ready|cluster))?|ready|metrics)$/;

const operatorInitials = 'hrm';

/** Puts the edge in front of everything else that Nest and Fastify would do, and takes it away in order. */
@Injectable()
export class ApiGatewayServer implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  private draining = false;
  private sweeping: NodeJS.Timeout | undefined;
  private readonly duration: ReturnType<Metrics['seconds']>;
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly health: Health,
    @Inject(EDGE) private readonly parts: EdgeParts,
    @Inject(METRICS) private readonly metrics: Metrics,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.duration = metrics.seconds('gateway_request_duration_seconds', 'Time to answer a request from outside', ['method', 'route', 'status']);
  }

  onModuleInit(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    const [framework] = server.listeners('request') as RequestListener[];
    // Before Fastify looks at a path or reads a body: the edge streams, and answers malformed addresses as well.
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      if (this.isOperator(request) && request.url === '/metrics') return framework!(request, response);
      runInTrace(requestTrace(request.headers['traceparent'] as string | undefined, 'api-gateway'), () => void this.serve(request, response));
    });
    // A second address that Fastify may listen on has a server of its own; nothing gets past the edge there either.
    this.host.httpAdapter.getInstance<FastifyInstance>().addHook('onRequest', (request, reply, done) => {
      if (this.isOperator(request.raw) && request.url === '/metrics') return done();
      reply.hijack();
      void this.serve(request.raw, reply.raw);
    });
    guardConnections(server, this.parts.addressOf, this.parts.connections);
    server.on('upgrade', (request: IncomingMessage, client: Duplex, head: Buffer) => void this.parts.upgrades.handle(request, client, head));
    const live = this.metrics.gauge('gateway_live_tunnels', 'Live connections that pass through');
    Object.assign(live, { collect: () => live.set(this.parts.tunnels.count) });
    const load = this.metrics.gauge('gateway_calls', 'Calls that services work on and that wait for their turn', ['owner', 'state']);
    const bodies = this.metrics.gauge('gateway_body_bytes', 'Room that is promised to bodies on their way in');
    Object.assign(bodies, { collect: () => bodies.set(this.parts.upstreams.load().bodyBytes) });
    Object.assign(load, { collect: () => {
      for (const [state, owners] of Object.entries(this.parts.upstreams.load().calls)) for (const [owner, calls] of Object.entries(owners)) load.set({ owner, state }, calls);
    } });
  }

  private isOperator(request: IncomingMessage): boolean {
    const url = request.url ?? '';
    // Nearly every request is no operator's: told by one letter.
    if (!operatorInitials.includes(url.charAt(1)) || !operatorPath.test(url.split('?')[0]!) || !isLocalHost(request.headers.host ?? '')) return false;
    return this.parts.addressOf(request.socket.remoteAddress, request.headers['x-forwarded-for'] as string | undefined).local;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    const seen: Seen = { route: 'none', territory: undefined };
    if (this.draining) response.setHeader('connection', 'close');
    await this.answer(request, response, seen);
    const record = (): void => this.record(request, response, seen, (performance.now() - began) / 1000);
    // Most answers are with the caller by now; a listener on each would keep calls from the young collector.
    if (response.writableFinished || response.closed) record();
    else response.once('close', record);
  }

  private answer(request: IncomingMessage, response: ServerResponse, seen: Seen): Promise<void> | void {
    if (!this.isOperator(request)) return this.parts.edge.handle(request, response, seen);
    seen.route = '/health';
    return operatorHealth(request.url!.split('?')[0]!, this.health, this.parts.upstreams, this.parts.podId, response);
  }

  private record(request: IncomingMessage, response: ServerResponse, { route, territory }: Seen, seconds: number): void {
    // 499: the caller left before the answer was complete.
    const status = response.writableFinished ? response.statusCode : 499;
    this.duration.observe({ method: request.method ?? '', route, status: String(status) }, seconds);
    this.log.info({ method: request.method, route, status, ms: Math.round(seconds * 1000), ...(territory ? { territory } : {}) }, 'request');
  }

  /** Goes on serving while load balancers look away, telling each connection to come again elsewhere. */
  async beforeApplicationShutdown(): Promise<void> {
    this.draining = true;
    if (this.parts.drainMs > 0) await sleep(this.parts.drainMs);
    this.parts.tunnels.close();
    const server = this.host.httpAdapter.getHttpServer() as Server;
    // Connections that fall idle after the close began would otherwise hold it up until their keep-alive time.
    this.sweeping = setInterval(() => server.closeIdleConnections(), 100);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeping);
    await this.parts.upstreams.close();
  }
}
