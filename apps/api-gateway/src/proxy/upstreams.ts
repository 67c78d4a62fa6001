import type { IncomingMessage, ServerResponse } from 'node:http';
import { commonErrors, Problem } from '@unityplan/contracts';
import { Pool } from 'undici';
import { Exchange, type ExchangeRequest } from './exchange.ts';

/** The services behind the gateway: one pool of kept connections each. */
export class Upstreams {
  private readonly pools = new Map<string, Pool>();
  private readonly urls: Readonly<Record<string, string>>;

  constructor(urls: Readonly<Record<string, string>>) {
    this.urls = urls;
    for (const [owner, url] of Object.entries(urls))
      this.pools.set(owner, new Pool(new URL(url).origin, { connections: 128, pipelining: 1, keepAliveTimeout: 20_000, connect: { timeout: 2_000 } }));
  }

  /** Base URL of a service; undefined when this pod has none. */
  urlOf(owner: string): string | undefined {
    return this.urls[owner];
  }
  owners(): string[] {
    return Object.keys(this.urls);
  }

  /**
   * Passes a call on. A lost connection is tried once more when repeating can do no harm: GET or HEAD, no body, nothing sent yet.
   * Rejects with a Problem, or with ClientGone.
   */
  async forward(owner: string, client: IncomingMessage, answer: ServerResponse, request: ExchangeRequest): Promise<void> {
    const pool = this.pools.get(owner);
    if (!pool) throw new Problem(commonErrors.service_unavailable);
    const repeatable = (client.method === 'GET' || client.method === 'HEAD') && request.bodyLength === undefined;
    try {
      await new Exchange(client, answer, request).run(pool);
    } catch (error) {
      const lost = error instanceof Problem && error.contract === commonErrors.service_unavailable;
      if (!repeatable || !lost || answer.headersSent || answer.destroyed) throw error;
      await new Exchange(client, answer, request).run(pool);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.destroy()));
  }
}
