import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { allRoutes, bodyTypeOf, bytesType, commonErrors, Problem, type RouteContract } from '@unityplan/contracts';
import { apiPrefix, contextHeader } from '@unityplan/service-kit';
import { currentTraceparent } from '@unityplan/telemetry';
import type { Territory } from '@unityplan/territory';
import type { HeaderList } from '../proxy/answer-headers.ts';
import { declaredLength } from '../proxy/body.ts';
import { RouteTable } from '../proxy/route-table.ts';
import type { Upstreams } from '../proxy/upstreams.ts';
import { limitKey } from './client-address.ts';
import type { ContextSigner } from './context-signer.ts';
import { isForged, isSecureOnly } from './csrf.policy.ts';
import type { Visit } from './door.ts';
import { cookieOf, passedHeaders } from './headers.ts';
import type { Identities, Identity } from './identity.ts';
import type { RateLimits } from './rate-limits.ts';
import { wrongMethod } from './refusal.ts';

export interface ApiSettings {
  readonly signer: ContextSigner;
  readonly production: boolean;
  readonly deadlineMs: number;
}

/** A call whose place is known: host and path are good. */
export interface ApiCall {
  readonly visit: Visit;
  readonly territory: Territory;
  readonly route: RouteContract;
  /** Below `/api/v1`. */
  readonly path: string;
  /** The edge's headers on the answer. */
  readonly own: HeaderList;
}

/** Must come through when nothing else does, also for whoever has used up their limits. */
const leaving = new Set(['signOut', 'revokeSession']);

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
  async pass(request: IncomingMessage, response: ServerResponse, call: ApiCall): Promise<void> {
    const { visit, territory, route } = call;
    const bodyLength = declaredLength(request, route.maxBodyBytes);
    if (bodyLength !== undefined) refuseOtherThanBytes(route, request.headers);
    const anonymous = route.id === 'unsubscribe'; // RFC 8058: a mail program asks, without cookies, from no page of ours
    const asked = anonymous ? undefined : this.identities.of(request.headers, territory.id);
    const identity = asked instanceof Promise ? await asked : asked;
    const { address } = visit.from;
    const client = identity?.memberId ?? limitKey(address);
    const urgent = leaving.has(route.id);
    const counted = this.limits.call({ client, memberId: identity?.memberId, address, route: route.id, leaving: urgent });
    if (counted) await counted;
    if (isForged({ method: visit.method, headers: request.headers, host: visit.host, secureOnly: isSecureOnly(this.settings.production, visit.host), exempt: anonymous }))
      throw new Problem(commonErrors.origin_refused);
    if (!identity && (route.access !== 'public' || mustRenew(route, request.headers, anonymous))) throw new Problem(commonErrors.not_signed_in);
    await this.upstreams.forward(route.owner, request, response, {
      path: apiPrefix + call.path + visit.query,
      headers: this.headers(request, call, identity),
      bodyLength,
      maxBodyBytes: route.maxBodyBytes,
      cookies: route.owner === 'auth',
      own: call.own,
      caller: { territory: territory.id, client },
      urgent,
    });
  }

  private headers(request: IncomingMessage, { visit, territory, route }: ApiCall, identity: Identity | undefined): string[] {
    const headers = passedHeaders(request.headers);
    headers.push(
      contextHeader, this.settings.signer.sign({ territory: territory.id, ip: visit.from.address, routingEpoch: territory.routingEpoch }),
      'x-request-deadline', String(Date.now() + this.settings.deadlineMs),
    );
    if (identity) headers.push('authorization', `Bearer ${identity.token}`);
    if (route.owner === 'auth' && request.headers.cookie !== undefined) headers.push('cookie', request.headers.cookie);
    const trace = currentTraceparent();
    if (trace) headers.push('traceparent', trace);
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
