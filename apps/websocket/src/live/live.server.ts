import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CONFIG, contextHeader, contextKeyPurpose, deriveKey, openContext, REGISTRY } from '@unityplan/service-kit';
import type { TerritoryRegistry } from '@unityplan/territory';
import { WebSocketServer } from 'ws';
import type { WebsocketConfig } from '../websocket.config.ts';
import { Connections } from './connections.ts';

/** Takes upgrades on `/ws`. The gateway says, signed, at which territory's host; pages of other hosts are refused here as well. */
@Injectable()
export class LiveServer implements OnModuleInit, BeforeApplicationShutdown {
  private draining = false;
  private readonly contextKey: Buffer;
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: 4096, perMessageDeflate: false, clientTracking: false });

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly connections: Connections,
    @Inject(CONFIG) private readonly config: WebsocketConfig,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
  ) {
    this.contextKey = deriveKey(config.podSecret, contextKeyPurpose);
  }

  onModuleInit(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => this.upgrade(request, socket, head));
  }

  /** Clients are told before the server stops listening, and come back elsewhere. */
  async beforeApplicationShutdown(): Promise<void> {
    this.draining = true;
    await this.connections.drain();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const facts = openContext(request.headers[contextHeader] as string | undefined, this.contextKey);
    if (request.url?.split('?')[0] !== '/ws') return refuse(socket, '404 Not Found');
    if (!facts || !sameHost(request) || this.registry.get(facts.territory)?.status !== 'active') return refuse(socket, '403 Forbidden');
    if (this.draining || this.connections.size >= this.config.maxConnections) return refuse(socket, '503 Service Unavailable');
    this.sockets.handleUpgrade(request, socket, head, (opened) => this.connections.add(opened, facts.territory));
  }
}

function sameHost({ headers }: IncomingMessage): boolean {
  return headers.origin === undefined || (URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host?.toLowerCase());
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
