import type { IncomingMessage } from 'node:http';
import { commonErrors, gateway, Problem } from '@unityplan/contracts';
import { closedDoor } from '@unityplan/service-kit';
import { namesOf, type Territory, type TerritoryRegistry } from '@unityplan/territory';
import type { ClientAddress } from './client-address.ts';

/** An address is written in ASCII; all else is percent-encoded. */
const unwritten = /[^\x21-\x7e]/;
const plainHost = /^[a-z0-9.-]+(:\d{1,5})?$/;

/** A request as the edge sees it: where it wants to go and where it comes from. */
export interface Visit {
  readonly method: string;
  /** Lower case, with the port. */
  readonly host: string;
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
  readonly from: ClientAddress;
}

/** Reads the request line and host. Throws request_malformed for what is not ASCII, or a query that is not UTF-8, and not_found for anything that is no plain path (a proxy's absolute form, a bare `*`). */
export function visitOf(request: IncomingMessage, from: ClientAddress): Visit {
  const url = request.url ?? '';
  const host = (request.headers.host ?? '').toLowerCase();
  if (!plainHost.test(host)) throw new Problem(commonErrors.territory_unknown);
  if (!url.startsWith('/') || url.startsWith('//') || url.length > 4096) throw new Problem(commonErrors.not_found);
  if (unwritten.test(url)) throw new Problem(gateway.gatewayErrors.request_malformed);
  const cut = url.indexOf('?');
  const path = cut < 0 ? url : url.slice(0, cut);
  if (path.includes('%') && !isDecodable(path)) throw new Problem(commonErrors.not_found);
  const query = cut < 0 ? '' : url.slice(cut);
  if (query.includes('%') && !isDecodable(query)) throw new Problem(gateway.gatewayErrors.request_malformed);
  return { method: request.method ?? 'GET', host, path, query, from };
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

/** The territory of a host. Only the host decides; throws as `openTerritory` does. */
export function territoryOf(host: string, registry: Pick<TerritoryRegistry, 'byHost' | 'get' | 'served'>, podId: string): Territory {
  return openTerritory(registry.byHost(host), registry, podId);
}

/** The territory, when this pod serves it and it is open. Throws territory_unknown, territory_suspended or territory_archived. */
export function openTerritory(territory: Territory | undefined, registry: Pick<TerritoryRegistry, 'get' | 'served'>, podId: string): Territory {
  if (!territory || territory.podId !== podId || territory.status === 'listed') throw new Problem(commonErrors.territory_unknown);
  if (territory.status !== 'active') throw closedDoor(territory, registry);
  return territory;
}

/** A host of this very machine, as an operator or developer types it. */
export function isLocalHost(host: string): boolean {
  return /^(127\.0\.0\.1|localhost|[a-z0-9-]+\.localhost)(:\d+)?$/.test(host);
}

/** In development the bare `localhost` leads to the first territory; a territory always has a host of its own. */
export function developmentHome(host: string, territories: readonly string[]): string | undefined {
  const port = /^(?:localhost|127\.0\.0\.1)(:\d+)?$/.exec(host);
  return port && territories[0] !== undefined ? `http://${namesOf(territories[0]).localHost}${port[1] ?? ''}` : undefined;
}
