import type { IncomingMessage, ServerResponse } from 'node:http';
import { commonErrors, Problem } from '@unityplan/contracts';
import type { Logger } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { ApiDocs } from '../pages/api-docs.ts';
import { isDocsPath } from '../pages/api-docs.ts';
import { devMail, type Mailbox } from '../pages/dev-mail.ts';
import type { Frontend } from '../pages/frontend.ts';
import { securityHeaders } from '../pages/security-headers.ts';
import { sendFile } from '../pages/send-file.ts';
import { ClientGone } from '../proxy/exchange.ts';
import { apiPath } from '../proxy/route-table.ts';
import type { ApiCalls } from './api-calls.ts';
import type { clientAddresses } from './client-address.ts';
import type { FilesHost } from './files-host.ts';
import { developmentHome, isLocalHost, territoryOf, visitOf, type Visit } from './door.ts';
import { refuse, wrongMethod } from './refusal.ts';

export interface EdgeSettings {
  readonly environment: 'development' | 'test' | 'production';
  readonly podId: string;
  readonly territories: readonly string[];
  readonly addressOf: ReturnType<typeof clientAddresses>;
  readonly mailbox: Mailbox | undefined;
  /** The origin of a territory's files. */
  filesOrigin(territory: string): string;
}

/** What the access log and the metrics know of a request: never a path with ids, a query or a person. */
export interface Seen {
  route: string;
  territory: string | undefined;
}

/** Every request from outside comes through here: one decision after the other, the first refusal ends it. */
export class Edge {
  constructor(
    private readonly registry: TerritoryRegistry,
    private readonly api: ApiCalls,
    private readonly frontend: Frontend,
    private readonly docs: ApiDocs,
    private readonly files: FilesHost,
    private readonly log: Logger,
    private readonly settings: EdgeSettings,
  ) {}

  /** Answers a request, whatever happens. */
  async handle(request: IncomingMessage, response: ServerResponse, seen: Seen): Promise<void> {
    try {
      securityHeaders(response, 'invalid', this.settings.environment === 'production');
      const visit = this.visit(request);
      if (this.files.owns(visit.host)) return await this.files.handle(request, response, visit, seen);
      await this.answer(request, response, visit, seen);
    } catch (error) {
      if (error instanceof ClientGone) return void response.destroy();
      refuse(request, response, error, this.log);
    }
  }

  visit(request: IncomingMessage): Visit {
    const forwarded = request.headers['x-forwarded-for'];
    return visitOf(request, this.settings.addressOf(request.socket.remoteAddress, Array.isArray(forwarded) ? forwarded.join(',') : forwarded));
  }

  private async answer(request: IncomingMessage, response: ServerResponse, visit: Visit, seen: Seen): Promise<void> {
    const { environment, mailbox, territories, podId } = this.settings;
    const { path, method, host } = visit;
    securityHeaders(response, host, environment === 'production');
    if (environment === 'development') {
      if (mailbox && (path === '/dev/mail' || path.startsWith('/dev/mail/')) && visit.from.local && isLocalHost(host)) {
        seen.route = '/dev/mail';
        return devMail(mailbox, path, response);
      }
      const home = developmentHome(host, territories);
      if (home) return redirect(response, home + path + visit.query);
    }
    const territory = territoryOf(host, this.registry, podId);
    seen.territory = territory.id;
    if (isDocsPath(path)) {
      seen.route = '/api/docs';
      if (method !== 'GET' && method !== 'HEAD') throw wrongMethod(method, ['GET', 'HEAD']);
      const file = await this.docs.file(path);
      if (!file) throw new Problem(commonErrors.not_found);
      return sendFile(request, response, file);
    }
    const below = apiPath(path);
    if (below !== undefined) {
      const route = this.api.route(method, below);
      seen.route = route.path;
      return this.api.pass(request, response, visit, territory, route, below);
    }
    seen.route = 'page';
    if (method !== 'GET' && method !== 'HEAD') throw wrongMethod(method, ['GET', 'HEAD']);
    securityHeaders(response, host, environment === 'production', this.settings.filesOrigin(territory.id));
    const file = await this.frontend.file(path);
    if (!file) throw new Problem(commonErrors.not_found);
    return sendFile(request, response, file);
  }
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { location: to, 'cache-control': 'no-store', 'content-length': 0 });
  response.end();
}
