import { connect, type Socket } from 'node:net';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { commonErrors, Problem } from '@unityplan/contracts';
import { contextHeader, languageOf, problemBody, signContext, toProblem } from '@unityplan/service-kit';
import { currentTraceparent, type Logger } from '@unityplan/telemetry';
import type { Territory } from '@unityplan/territory';

export interface TunnelOptions {
  /** Base URL of the websocket service. */
  readonly target: string | undefined;
  readonly contextKey: Buffer;
}

const passed = ['upgrade', 'sec-websocket-key', 'sec-websocket-version', 'sec-websocket-protocol', 'sec-websocket-extensions', 'origin', 'user-agent'];

/** Joins a caller's socket with one to the websocket service, byte by byte, until either side ends. */
export class LiveTunnels {
  private readonly open = new Set<Duplex>();
  constructor(private readonly options: TunnelOptions) {}

  get count(): number {
    return this.open.size;
  }

  /** Passes the upgrade on; the service's own answer goes back as it is. Throws service_unavailable when there is no such service. */
  async join(request: IncomingMessage, client: Duplex, head: Buffer, visit: { host: string; address: string; territory: Territory }): Promise<void> {
    if (this.options.target === undefined) throw new Problem(commonErrors.service_unavailable);
    const { hostname, port } = new URL(this.options.target);
    const service = await connected(hostname, Number(port || 80));
    if (client.destroyed) return void service.destroy();
    this.open.add(client);
    const end = (): void => {
      this.open.delete(client);
      client.destroy();
      service.destroy();
    };
    for (const side of [client, service]) side.on('error', end).on('close', end);
    service.setNoDelay(true);
    service.write(this.handshake(request, visit));
    if (head.length > 0) service.write(head);
    // The far end closes in order: what it said last still reaches the other side.
    client.pipe(service).pipe(client);
  }

  private handshake(request: IncomingMessage, { host, address, territory }: { host: string; address: string; territory: Territory }): string {
    const { id, routingEpoch } = territory;
    const lines = ['GET /ws HTTP/1.1', `host: ${host}`, 'connection: Upgrade', `${contextHeader}: ${signContext({ territory: id, ip: address, routingEpoch }, this.options.contextKey)}`];
    const trace = currentTraceparent();
    if (trace) lines.push(`traceparent: ${trace}`);
    for (const name of passed) {
      const value = request.headers[name];
      if (typeof value === 'string') lines.push(`${name}: ${value}`);
    }
    return `${lines.join('\r\n')}\r\n\r\n`;
  }

  /** Ends every tunnel. The services behind have told their clients already, or clients come again by themselves. */
  close(): void {
    for (const client of this.open) client.destroy();
  }
}

function connected(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    const fail = (): void => {
      socket.destroy();
      reject(new Problem(commonErrors.service_unavailable));
    };
    socket.setTimeout(3_000, fail);
    socket.once('error', fail);
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.off('error', fail);
      resolve(socket);
    });
  });
}

/** Refuses an upgrade in plain HTTP, with the same problem body as everywhere, and ends the connection. */
export function refuseUpgrade(request: IncomingMessage, client: Duplex, error: unknown, log: Logger): void {
  const { contract, params } = toProblem(error);
  if (contract === commonErrors.internal_error) log.error({ err: error }, 'the gateway failed');
  const body = JSON.stringify(problemBody(contract, params, languageOf(request.headers['accept-language']), undefined));
  const retry = typeof params['retryAfter'] === 'number' ? `retry-after: ${params['retryAfter']}\r\n` : '';
  client.end(`HTTP/1.1 ${contract.status} Refused\r\nconnection: close\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${retry}\r\n${body}`);
}
