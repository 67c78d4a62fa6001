import { hostOf, targetOf, type Person } from './estate/caller.ts';
import type { Estates } from './estate/estate.ts';
import type { Operation } from './operations.ts';
import type { Probe } from './probes/index.ts';
import { nextOf, type TerritoryId } from './territories.ts';
import { tricks, type Trick } from './tricks.ts';
import type { Wire } from './wire.ts';

/** One way of mixing what belongs to different territories. */
export interface Mix {
  /** Whose host is called. */
  readonly host: TerritoryId;
  /** Whose ids, links, cursors and secrets are asked with. */
  readonly ids: TerritoryId;
  /** Whose member's token is shown; `forged`: a stranger's that says it is one of `host`. */
  readonly bearer: TerritoryId | 'none' | 'forged';
  readonly cookie: TerritoryId | 'none';
  readonly trick: Trick;
}

/** What the mixer knows of a pod. */
export interface Scene {
  readonly port: number;
  readonly estates: Estates;
  /** Where pages of lists go on, by territory and operation. */
  readonly cursors: ReadonlyMap<string, string>;
}

/** Whether the mix has a right to the private things of the territory whose host is called. */
export function isEntitled(mix: Mix, probe: Probe): boolean {
  return mix.bearer === mix.host || mix.cookie === mix.host || (probe.carriesAuthority === true && mix.ids === mix.host);
}

/** The request of an operation under a mix. */
export function wireOf(operation: Operation, probe: Probe, mix: Mix, scene: Scene): Wire {
  const { estates, port, cursors } = scene;
  const as = (territory: TerritoryId): Person => estates[territory].people[probe.as === 'guest' ? 'manager' : probe.as];
  const { params, query, body } = probe.ask(estates[mix.ids]);
  const cursor = mix.trick === 'cursor' ? cursors.get(`${mix.ids} ${operation.id}`) : undefined;
  const host = hostOf(mix.host, port);
  const bearer = mix.bearer === 'none' ? undefined : mix.bearer === 'forged' ? forged(as(mix.ids === mix.host ? nextOf(mix.host) : mix.ids).token, mix) : as(mix.bearer).token;
  const wire: Wire = {
    method: operation.method,
    target: targetOf(operation, params, { ...query, ...(cursor === undefined ? {} : { cursor, limit: 1 }) }),
    headers: {
      host,
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      // As a page of that very host would send it: forgery of requests is not what is tried here.
      ...(mix.cookie === 'none' ? {} : { cookie: as(mix.cookie).cookie, origin: `http://${host}`, 'sec-fetch-site': 'same-origin', 'x-unityplan-request': '1' }),
      ...(body === undefined ? {} : { 'content-type': operation.bytes ? 'application/octet-stream' : 'application/json' }),
      // The same key everywhere: nobody's answer may come back to somebody else.
      ...(operation.method === 'GET' ? {} : { 'idempotency-key': `shared-by-all-${operation.id}` }),
    },
    body: body === undefined ? undefined : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
  };
  return tricks[mix.trick](wire, { mix, port });
}

/** A token that claims another territory under the old signature. */
function forged(token: string, { host }: Mix): string {
  const [head, claims, signature] = token.split('.') as [string, string, string];
  const changed = { ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object), territory: host };
  return [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}
