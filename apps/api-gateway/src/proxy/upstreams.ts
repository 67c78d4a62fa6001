import type { IncomingMessage, ServerResponse } from 'node:http';
import { commonErrors, Problem } from '@unityplan/contracts';
import { Pool } from 'undici';
import type { HeaderList } from './answer-headers.ts';
import { Bodies, type BodySettings } from './body.ts';
import { Bulkhead, type BulkheadSettings } from './bulkhead.ts';
import { ClientGone } from './client-gone.ts';
import { Deadlines } from './deadlines.ts';
import { Exchange } from './exchange.ts';
import type { Caller } from './waiting-line.ts';

export interface UpstreamSettings extends BulkheadSettings {
  readonly urls: Readonly<Record<string, string>>;
  /** Milliseconds until the first byte of an answer, and between two of them. */
  readonly deadlineMs: number;
  /** How long a caller may take for what waits for it. */
  readonly readerMs: number;
  readonly bodies: BodySettings;
}

/** A call as it goes on to a service. */
export interface Forwarded {
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: string[];
  /** Undefined: no body. */
  readonly bodyLength: number | 'chunked' | undefined;
  /** More of it is refused. */
  readonly maxBodyBytes: number;
  readonly cookies: boolean;
  readonly own: HeaderList;
  readonly caller: Caller;
  /** Does not wait in line. */
  readonly urgent: boolean;
}

interface Upstream {
  readonly pool: Pool;
  readonly bulkhead: Bulkhead;
}

/** More connections than calls at a time: an answer that is being read slowly keeps its own. */
const connections = 1024;

/** The services behind the gateway: kept connections, and a bulkhead for each. */
export class Upstreams {
  private readonly deadlines = new Deadlines();
  private readonly bodies: Bodies;
  private readonly upstreams = new Map<string, Upstream>();

  constructor(private readonly settings: UpstreamSettings) {
    this.bodies = new Bodies(this.deadlines, settings.bodies);
    for (const [owner, url] of Object.entries(settings.urls)) {
      const pool = new Pool(new URL(url).origin, { connections, pipelining: 1, keepAliveTimeout: 20_000, connect: { timeout: 2_000 } });
      this.upstreams.set(owner, { pool, bulkhead: new Bulkhead(settings) });
    }
  }

  /** Base URL of a service; undefined when this pod has none. */
  urlOf(owner: string): string | undefined {
    return this.settings.urls[owner];
  }
  owners(): string[] {
    return Object.keys(this.settings.urls);
  }
  /** Calls that services work on and that wait for them, by owner; bytes that are promised to bodies on their way in. */
  load(): { readonly calls: { readonly working: Record<string, number>; readonly waiting: Record<string, number> }; readonly bodyBytes: number } {
    const of = (read: (bulkhead: Bulkhead) => number) => Object.fromEntries([...this.upstreams].map(([owner, { bulkhead }]) => [owner, read(bulkhead)]));
    return { calls: { working: of(({ working }) => working), waiting: of(({ waiting }) => waiting) }, bodyBytes: this.bodies.reserved };
  }

  /**
   * Passes a call on. A lost connection is tried once more when repeating can do no harm: GET or HEAD, no body, nothing sent yet.
   * Rejects with a Problem, or with ClientGone.
   */
  async forward(owner: string, client: IncomingMessage, answer: ServerResponse, call: Forwarded): Promise<void> {
    const upstream = this.upstreams.get(owner);
    if (!upstream) throw new Problem(commonErrors.service_unavailable);
    const { pool, bulkhead } = upstream;
    const body = call.bodyLength === undefined ? null : await this.bodies.gather(client, call.bodyLength, call.maxBodyBytes);
    const turn = bulkhead.enter(call.caller, call.urgent);
    if (turn) await turn;
    if (answer.destroyed) {
      bulkhead.leave(call.caller);
      throw new ClientGone('the client closed the connection');
    }
    const method = client.method!;
    const { deadlineMs, readerMs } = this.settings;
    const request = { method, path: call.path, headers: call.headers, body, cookies: call.cookies, own: call.own, deadlineMs, readerMs, onWorked: () => bulkhead.leave(call.caller) };
    try {
      await new Exchange(answer, request, this.deadlines).run(pool);
    } catch (error) {
      const lost = error instanceof Problem && error.contract === commonErrors.service_unavailable;
      const repeatable = (method === 'GET' || method === 'HEAD') && body === null;
      if (!repeatable || !lost || answer.headersSent || answer.destroyed) throw error;
      // The second try is part of the first one's turn, which has been given back: it asks for none.
      await new Exchange(answer, { ...request, onWorked: () => undefined }, this.deadlines).run(pool);
    }
  }

  async close(): Promise<void> {
    this.deadlines.close();
    for (const { bulkhead } of this.upstreams.values()) bulkhead.close();
    await Promise.all([...this.upstreams.values()].map(({ pool }) => pool.destroy()));
  }
}
