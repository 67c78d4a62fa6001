import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { allRoutes, bodyTypeOf, bytesType, commonErrors, Problem, type RouteContract } from '@unityplan/contracts';
import { apiPrefix, contextHeader, signContext } from '@unityplan/service-kit';
import { currentTraceparent } from '@unityplan/telemetry';
import type { Territory } from '@unityplan/territory';
import { declaredLength } from '../proxy/body-limit.ts';
import { RouteTable } from '../proxy/route-table.ts';
import type { Upstreams } from '../proxy/upstreams.ts';
import { isForged } from './csrf.policy.ts';
import type { Visit } from './door.ts';
import { cookieOf, passedHeaders } from './headers.ts';
import type { Identities, Identity } from './identity.ts';
import type { RateLimits } from './rate-limits.ts';
import { wrongMethod } from './refusal.ts';

export interface ApiSettings {
  readonly contextKey: Buffer;
  readonly production: boolean;
  readonly deadlineMs: number;
}

/** Calls to the API: route, identity, limits, origin, and then on to the service that owns the route. */
export class ApiCalls {
  private readonly routes = new RouteTable(allRoutes);
  constructor(
    private readonly upstreams: Upstreams,
    private readonly identities: Identities,
    private readonly limits: RateLimits,
    private readonly settings: ApiSettings,
  ) {}

  /** The route of a path below `/api/v1`. Throws not_found or method_not_allowed. */
  route(method: string, path: string): RouteContract {
    const match = this.routes.match(method, path);
    if (match.kind === 'none') throw new Problem(commonErrors.not_found);
    if (match.kind === 'wrong-method') throw wrongMethod(method, match.allow);
    return match.route;
  }

  /** Throws the refusal; resolves when the answer was handed over. */
  async pass(request: IncomingMessage, response: ServerResponse, visit: Visit, territory: Territory, route: RouteContract, path: string): Promise<void> {
    const bodyLength = declaredLength(request, route.maxBodyBytes);
    if (bodyLength !== undefined) refuseOtherThanBytes(route, request.headers);
    const anonymous = route.id === 'unsubscribe'; // RFC 8058: a mail program asks, without cookies, from no page of ours
    const identity = anonymous ? undefined : await this.identities.of(request.headers, territory.id);
    await this.limits.call({ address: visit.from.address, memberId: identity?.memberId, route: route.id });
    if (isForged({ method: visit.method, headers: request.headers, host: visit.host, secureOnly: this.settings.production && !/\.localhost(:|$)/.test(visit.host), exempt: anonymous }))
      throw new Problem(commonErrors.origin_refused);
    if (!identity && (route.access !== 'public' || mustRenew(route, request.headers, anonymous))) throw new Problem(commonErrors.not_signed_in);
    await this.upstreams.forward(route.owner, request, response, {
      path: apiPrefix + path + visit.query,
      headers: this.headers(request, visit, territory, route, identity),
      bodyLength,
      maxBodyBytes: route.maxBodyBytes,
      deadlineMs: this.settings.deadlineMs,
      cookies: route.owner === 'auth',
    });
  }

  private headers(request: IncomingMessage, visit: Visit, territory: Territory, route: RouteContract, identity: Identity | undefined): Record<string, string> {
    const headers = passedHeaders(request.headers);
    headers[contextHeader] = signContext({ territory: territory.id, ip: visit.from.address, routingEpoch: territory.routingEpoch }, this.settings.contextKey);
    headers['x-request-deadline'] = String(Date.now() + this.settings.deadlineMs);
    if (identity) headers['authorization'] = `Bearer ${identity.token}`;
    if (route.owner === 'auth' && request.headers.cookie !== undefined) headers['cookie'] = request.headers.cookie;
    const trace = currentTraceparent();
    if (trace) headers['traceparent'] = trace;
    return headers;
  }
}

/** A browser whose access token ran out but whose session can be renewed is told so, rather than answered as a guest without notice. */
function mustRenew(route: RouteContract, headers: IncomingHttpHeaders, anonymous: boolean): boolean {
  return !anonymous && route.owner !== 'auth' && headers.authorization === undefined && cookieOf(headers.cookie, '__Host-refresh') !== undefined;
}

/** A route of raw bytes takes nothing else; said before a megabyte is sent in vain. Other kinds are the services' to refuse. */
function refuseOtherThanBytes(route: RouteContract, headers: IncomingHttpHeaders): void {
  const accepted = bodyTypeOf(route);
  if (accepted !== bytesType || headers['content-type']?.split(';')[0]?.trim().toLowerCase() === bytesType) return;
  throw new Problem(commonErrors.media_type_unsupported, { accepted });
}
