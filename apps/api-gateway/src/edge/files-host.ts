import type { IncomingMessage, ServerResponse } from 'node:http';
import { commonErrors, Problem } from '@unityplan/contracts';
import QuickLRU from 'quick-lru';
import { contextHeader, filesHostPath } from '@unityplan/service-kit';
import { currentTraceparent, type Logger } from '@unityplan/telemetry';
import { domainOf, FILES_DOMAIN, FILES_LOCAL_DOMAIN, idOfSlug, slugOfHost, type TerritoryRegistry } from '@unityplan/territory';
import { fileHeaders, putHeaders } from '../pages/security-headers.ts';
import type { HeaderList } from '../proxy/answer-headers.ts';
import { ClientGone } from '../proxy/client-gone.ts';
import type { Upstreams } from '../proxy/upstreams.ts';
import { limitKey } from './client-address.ts';
import type { ContextSigner } from './context-signer.ts';
import { openTerritory, type Visit } from './door.ts';
import type { Seen } from './edge.ts';
import { passedHeaders } from './headers.ts';
import type { RateLimits } from './rate-limits.ts';
import { refuse, wrongMethod } from './refusal.ts';

// As they are written, never decoded: whatever is written in another way is no file.
const signedFile = /^\/f\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/(small|medium|large)$/;
const signedQuery = /^\?e=[0-9a-z]{1,10}&s=[\w-]{22}$/;
const publicFile = /^\/c\/b[a-z2-7]{40,120}$/;
const passed = ['accept-language', 'range', 'if-range', 'if-none-match'];

export interface FilesHostSettings {
  /** Template of the origin that files are served from. */
  readonly filesUrl: string;
  readonly podId: string;
  readonly signer: ContextSigner;
  readonly production: boolean;
}

/**
 * The territories' hosts for files: what members have uploaded, and nothing else. No API, no page, no cookie in either direction,
 * so that a file that a browser takes for a page has nothing to reach.
 */
export class FilesHost {
  private readonly domains: readonly string[];
  private readonly own: HeaderList;
  private readonly known = new QuickLRU<string, boolean>({ maxSize: 1_000 });
  constructor(
    private readonly registry: TerritoryRegistry,
    private readonly upstreams: Upstreams,
    private readonly limits: RateLimits,
    private readonly log: Logger,
    private readonly settings: FilesHostSettings,
  ) {
    const own = domainOf(settings.filesUrl);
    this.own = fileHeaders(settings.production);
    this.domains = [...new Set([FILES_DOMAIN, FILES_LOCAL_DOMAIN, ...(own ? [own] : [])])];
  }

  /** Whether a host belongs to files, of whatever territory. */
  owns(host: string): boolean {
    let owned = this.known.get(host);
    if (owned === undefined) {
      const name = host.replace(/:\d+$/, '').replace(/\.$/, '');
      owned = this.domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
      this.known.set(host, owned);
    }
    return owned;
  }

  /** Answers a request to such a host, whatever happens. */
  async handle(request: IncomingMessage, response: ServerResponse, visit: Visit, seen: Seen): Promise<void> {
    seen.route = '/files-host';
    try {
      await this.answer(request, response, visit, seen);
    } catch (error) {
      if (error instanceof ClientGone) return void response.destroy();
      putHeaders(response, this.own);
      refuse(request, response, error, this.log, false);
    }
  }

  private async answer(request: IncomingMessage, response: ServerResponse, visit: Visit, seen: Seen): Promise<void> {
    const { method, host, path, query, from } = visit;
    const slug = slugOfHost(host, this.domains);
    const territory = openTerritory(slug === undefined ? undefined : this.registry.get(idOfSlug(slug) ?? ''), this.registry, this.settings.podId);
    seen.territory = territory.id;
    if (method !== 'GET' && method !== 'HEAD') throw wrongMethod(method, ['GET', 'HEAD']);
    const known = signedFile.test(path) ? signedQuery.test(query) : publicFile.test(path) && query === '';
    if (!known) throw new Problem(commonErrors.not_found);
    await this.limits.file(from.address);
    const headers = passedHeaders(request.headers, passed);
    const { id, routingEpoch } = territory;
    headers.push(contextHeader, this.settings.signer.sign({ territory: id, ip: from.address, routingEpoch }));
    const trace = currentTraceparent();
    if (trace) headers.push('traceparent', trace);
    const caller = { territory: id, client: limitKey(from.address) };
    await this.upstreams.forward('files', request, response, { path: filesHostPath + path + query, headers, bodyLength: undefined, maxBodyBytes: 0, cookies: false, own: this.own, caller, urgent: false });
  }
}
