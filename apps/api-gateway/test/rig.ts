import { randomUUID } from 'node:crypto';
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { allRoutes, eventKey, type EventContract, type PayloadOf } from '@unityplan/contracts';
import { Relay } from '@unityplan/messaging';
import { startConstellation, type Constellation } from '@unityplan/testing';
import { apiGatewayConfig, startApiGateway, type ApiGatewayConfig, type Mailbox } from '../src/app.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly json: { code?: string; params?: Record<string, unknown>; [key: string]: unknown };
}
interface Ask {
  readonly method?: string;
  readonly host?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Buffer;
}

/** A service behind the gateway: a real HTTP server that keeps what it was told and answers as the test says. */
export async function standIn(port = 0) {
  const seen: { method: string; url: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const behaviour = { answer: (_request: IncomingMessage, response: ServerResponse): void => void response.setHeader('content-type', 'application/json').end('{"ok":true}') };
  let closed = 0;
  const server: Server = createServer((incoming, response) => {
    let body = '';
    response.on('close', () => response.writableFinished || closed++);
    incoming.on('error', () => undefined);
    incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
    incoming.on('end', () => {
      seen.push({ method: incoming.method!, url: incoming.url!, headers: incoming.headers, body });
      behaviour.answer(incoming, response);
    });
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server, seen, behaviour,
    /** Answers that were cut off before their end. */
    cutOff: () => closed,
    last: () => seen.at(-1)!,
    stop: () => new Promise<void>((done) => { server.closeAllConnections(); server.close(() => done()); }),
  };
}
export type StandIn = Awaited<ReturnType<typeof standIn>>;

export interface Rig {
  readonly constellation: Constellation;
  readonly port: number;
  readonly upstream: StandIn;
  ask(path: string, options?: Ask): Promise<Answer>;
  /** As a committed transaction of the owning service would: an outbox row, carried by the real relay. */
  publish<E extends EventContract>(contract: E, payload: PayloadOf<E>): Promise<void>;
  stop(): Promise<void>;
}

/** A gateway on real PostgreSQL, NATS and Redis, with one stand-in for the services behind it. */
export async function startRig(config: Partial<ApiGatewayConfig> | ((upstreamUrl: string) => Partial<ApiGatewayConfig>) = {}, mailbox?: Mailbox): Promise<Rig> {
  const upstream = await standIn();
  const upstreams = Object.fromEntries([...new Set(allRoutes.map((route) => route.owner))].map((owner) => [owner, upstream.url]));
  const constellation = await startConstellation({
    services: [(options) => startApiGateway({ ...options, config: apiGatewayConfig.parse({ ...(options.config as object), upstreams, revocationsEveryMs: 200, ...(typeof config === 'function' ? config(upstream.url) : config) }), ...(mailbox ? { mailbox } : {}) })],
  });
  const { ground, resources } = constellation;
  const relay = new Relay({ pod: 'dk', link: resources.nats, leases: resources.leases, database: ground.client });
  relay.start();
  const port = Number(new URL(constellation.services[0]!.url).port);
  return {
    constellation, port, upstream,
    ask: (path, options) => ask(port, path, options),
    publish: async (contract, payload) => {
      const aggregate = String((payload as Record<string, unknown>)[contract.orderBy]);
      await ground.query(
        `insert into messaging.outbox (event_id, service, territory, scope, event, aggregate, seq, payload) values ($1, $2, 'DK', $3, $4, $5, 1, $6)`,
        [randomUUID(), contract.owner, contract.scope, eventKey(contract), aggregate, JSON.stringify(payload)]);
      await ground.query(`select pg_notify('outbox', '')`);
    },
    stop: async () => {
      await relay.stop();
      await constellation.stop();
      await upstream.stop();
    },
  };
}

/** One request to a port of this machine under any host name. */
function ask(port: number, path: string, { method = 'GET', host, headers = {}, body }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { host: host ?? `dk.localhost:${port}`, ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        let json: Answer['json'] = {};
        try {
          json = JSON.parse(text) as Answer['json'];
        } catch {
          // a page
        }
        resolve({ status: incoming.statusCode!, headers: incoming.headers, text, json });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
