import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { commonErrors, Problem } from '@unityplan/contracts';
import type { Logger } from '@unityplan/telemetry';
import type { ApiDocs } from '../pages/api-docs.ts';
import { isDocsPath } from '../pages/api-docs.ts';
import { devMail, type Mailbox } from '../pages/dev-mail.ts';
import type { Frontend } from '../pages/frontend.ts';
import { putHeaders, SecurityHeaders } from '../pages/security-headers.ts';
import { sendFile } from '../pages/send-file.ts';
import type { HeaderList } from '../proxy/answer-headers.ts';
import { ClientGone } from '../proxy/client-gone.ts';
import { apiPath } from '../proxy/route-table.ts';
import type { ApiCalls } from './api-calls.ts';
import type { clientAddresses } from './client-address.ts';
import { checkHeaders } from './connection-guard.ts';
import type { FilesHost } from './files-host.ts';
import { developmentHome, isLocalHost, territoryOf, visitOf, type Visit } from './door.ts';
import type { Hosts } from './hosts.ts';
import { refuse, wantsPage, wrongMethod } from './refusal.ts';

export interface EdgeSettings {
  readonly environment: 'development' | 'test' | 'production';
  readonly podId: string;
  readonly territories: readonly string[];
  readonly addressOf: ReturnType<typeof clientAddresses>;
  readonly mailbox: Mailbox | undefined;
  /** So many headers a request may have. */
  readonly headers: number;
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
  private readonly headers: SecurityHeaders;
  constructor(
    private readonly hosts: Hosts,
    private readonly api: ApiCalls,
    private readonly frontend: Frontend,
    private readonly docs: ApiDocs,
    private readonly files: FilesHost,
    private readonly log: Logger,
    private readonly settings: EdgeSettings,
  ) {
    this.headers = new SecurityHeaders(settings.environment === 'production');
  }

  /** Answers a request, whatever happens. */
  async handle(request: IncomingMessage, response: ServerResponse, seen: Seen): Promise<void> {
    let own = this.headers.ofNobody();
    try {
      const visit = this.visit(request);
      if (this.files.owns(visit.host)) return await this.files.handle(request, response, visit, seen);
      own = this.headers.of(visit.host);
      await this.answer(request, response, visit, seen, own);
    } catch (error) {
      if (error instanceof ClientGone) return void response.destroy();
      if (!response.headersSent && !response.hasHeader('content-security-policy')) putHeaders(response, own);
      refuse(request, response, error, this.log);
    }
  }

  visit(request: IncomingMessage): Visit {
    checkHeaders(request, this.settings.headers);
    const forwarded = request.headers['x-forwarded-for'];
    return visitOf(request, this.settings.addressOf(request.socket.remoteAddress, Array.isArray(forwarded) ? forwarded.join(',') : forwarded));
  }

  private async answer(request: IncomingMessage, response: ServerResponse, visit: Visit, seen: Seen, own: HeaderList): Promise<void> {
    const { environment, mailbox, territories, podId } = this.settings;
    const { path, method, host } = visit;
    if (environment === 'development') {
      if (mailbox && (path === '/dev/mail' || path.startsWith('/dev/mail/')) && visit.from.local && isLocalHost(host)) {
        seen.route = '/dev/mail';
        putHeaders(response, own);
        return devMail(mailbox, path, response);
      }
      const home = developmentHome(host, territories);
      if (home) {
        putHeaders(response, own);
        return redirect(response, home + path + visit.query);
      }
    }
    const below = apiPath(path);
    if (below === undefined && !isDocsPath(path) && (await this.closedPage(request, response, visit, seen))) return;
    const territory = territoryOf(host, this.hosts, podId);
    seen.territory = territory.id;
    if (isDocsPath(path)) {
      seen.route = '/api/docs';
      if (method !== 'GET' && method !== 'HEAD') throw wrongMethod(method, ['GET', 'HEAD']);
      const file = await this.docs.file(path);
      if (!file) throw new Problem(commonErrors.not_found);
      putHeaders(response, own);
      return sendFile(request, response, file);
    }
    if (below !== undefined) {
      const route = this.api.route(method, below);
      seen.route = route.path;
      return this.api.pass(request, response, { visit, territory, route, path: below, own });
    }
    seen.route = 'page';
    if (method !== 'GET' && method !== 'HEAD') throw wrongMethod(method, ['GET', 'HEAD']);
    putHeaders(response, this.headers.of(host, this.settings.filesOrigin(territory.id)));
    const file = await this.frontend.file(path);
    if (!file) throw new Problem(commonErrors.not_found);
    return sendFile(request, response, file);
  }

  /** A person at a closed territory gets its pages and nothing else: they say so in its own look, and open by themselves. False when it is open, or a program asks. */
  private async closedPage(request: IncomingMessage, response: ServerResponse, { host, path }: Visit, seen: Seen): Promise<boolean> {
    const territory = this.hosts.byHost(host);
    if (!territory || territory.podId !== this.settings.podId || (territory.status !== 'suspended' && territory.status !== 'archived')) return false;
    const file = wantsPage(request) || extname(path) !== '' ? await this.frontend.file(path) : undefined;
    if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    seen.route = 'page';
    seen.territory = territory.id;
    if (extname(path) === '') response.statusCode = 403;
    putHeaders(response, this.headers.of(host, this.settings.filesOrigin(territory.id)));
    await sendFile(request, response, file);
    return true;
  }
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { location: to, 'cache-control': 'no-store', 'content-length': 0 });
  response.end();
}
