import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { gateway, Problem } from '@unityplan/contracts';
import { languageOf, problemBody } from '@unityplan/service-kit';
import type { clientAddresses } from './client-address.ts';

const { request_headers_too_large, request_malformed, request_too_slow } = gateway.gatewayErrors;

export interface GuardSettings {
  /** How long the head of a request may take, from its first byte. */
  readonly headMs: number;
  /** And a whole request; bodies have a tighter time of their own. */
  readonly requestMs: number;
  /** Headers of one request. */
  readonly headers: number;
  /** Connections from one address; those of trusted proxies are not counted. */
  readonly perAddress: number;
  /** Connections of this process. */
  readonly most: number;
}

/** Of these a request has one or none: of two, each hop might read another. */
const single = new Set(['host', 'authorization', 'content-length', 'transfer-encoding', 'origin', 'upgrade', 'sec-websocket-key']);

/** Bounds what connections may cost before a request is understood, and answers those that never will be. */
export function guardConnections(server: Server, addressOf: ReturnType<typeof clientAddresses>, settings: GuardSettings): void {
  server.headersTimeout = settings.headMs;
  server.requestTimeout = settings.requestMs;
  Object.assign(server, {
    // So that its answer is ours too.
    requireHostHeader: false,
    connectionsCheckingInterval: Math.min(1_000, settings.headMs),
    // Other protocols that a client offers to change to are left alone; the request is answered as it is.
    shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
  });
  // Beyond it Node would drop headers without a word; `checkHeaders` counts them.
  server.maxHeadersCount = 0;
  server.maxConnections = settings.most;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const peer = socket.remoteAddress ?? '';
    const { address, proxied } = addressOf(peer, undefined);
    if (proxied) return;
    const now = (open.get(address) ?? 0) + 1;
    if (now > settings.perAddress) return void socket.destroy();
    open.set(address, now);
    socket.once('close', () => {
      const left = open.get(address)! - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
  server.removeAllListeners('clientError');
  server.on('clientError', answerUnreadable);
}

/** Throws request_headers_too_large for too many of them, request_malformed where one stands twice that may not, where the host is missing, or for HTTP before 1.0. */
export function checkHeaders({ rawHeaders, headers, httpVersion }: IncomingMessage, most: number): void {
  if (headers.host === undefined ? httpVersion !== '1.0' : httpVersion === '0.9') throw new Problem(request_malformed);
  if (rawHeaders.length > most * 2) throw new Problem(request_headers_too_large);
  let seen = 0;
  for (let n = 0; n < rawHeaders.length; n += 2) {
    const name = rawHeaders[n]!;
    const at = singleIndex(name);
    if (at < 0) continue;
    if ((seen & (1 << at)) !== 0) throw new Problem(request_malformed);
    seen |= 1 << at;
  }
}

const order = [...single];
/** By length and first letter first: nearly no header is one of them. */
function singleIndex(name: string): number {
  switch (name.length) {
    case 4: case 6: case 7: case 13: case 14: case 17:
      return order.indexOf(name.toLowerCase());
    default:
      return -1;
  }
}

/** In plain HTTP, because there is no request to answer; in English, because its headers were not read. */
function answerUnreadable(error: Error & { code?: string }, socket: Duplex): void {
  // An answer is on its way on this connection: a second one would look like a part of it.
  const begun = (socket as Duplex & { _httpMessage?: ServerResponse })._httpMessage?.headersSent;
  if (!socket.writable || begun || error.code === 'ECONNRESET') return void socket.destroy();
  const contract = error.code === 'HPE_HEADER_OVERFLOW' ? request_headers_too_large : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? request_too_slow : request_malformed;
  const body = JSON.stringify(problemBody(contract, {}, languageOf(undefined), undefined));
  socket.end(`HTTP/1.1 ${contract.status} Refused\r\nconnection: close\r\ncache-control: no-store\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  setTimeout(() => socket.destroy(), 2_000).unref();
}
