import { namesOf, type TerritoryRegistry } from '@unityplan/territory';
import { partOf } from '../door.ts';
import type { Pod } from '../pod.ts';
import { territories } from '../territories.ts';

/** A wall that a test takes away and puts back. Nothing in the product can do either. */
export interface Wall {
  readonly name: string;
  down(pod: Pod): Promise<void>;
  up(pod: Pod): Promise<void>;
}
type Method = (...input: never[]) => unknown;
interface Verifier { verify(token: string): Promise<{ territory: string; sessionId: string } | undefined> }

type Find = (pod: Pod) => object;
const part = (service: string, type: string): Find => (pod) => partOf(pod, service, type);

function replaced(name: string, find: Find, method: string, by: Method): Wall {
  let original: Method | undefined;
  const prototypeOf = (pod: Pod) => Object.getPrototypeOf(find(pod)) as Record<string, Method>;
  return {
    name,
    down: async (pod) => {
      const prototype = prototypeOf(pod);
      original = prototype[method];
      prototype[method] = by;
    },
    up: async (pod) => void (prototypeOf(pod)[method] = original!),
  };
}

/** The door no longer compares the token's territory with the host's. */
export const gateway = replaced('the gateway’s check', part('api-gateway', 'Identities'), 'of', async function of(this: { verifier: Verifier }, headers: { authorization?: string; cookie?: string }) {
  const token = headers.authorization?.slice('Bearer '.length) ?? /__Host-access=([^;]+)/.exec(headers.cookie ?? '')?.[1];
  const verified = token === undefined ? undefined : await this.verifier.verify(token);
  return verified && { ...verified, token };
} as Method);

/** Services take any good token, of whatever territory. */
export const guard = replaced('the services’ check', part('forum', 'AccessGuard'), 'memberOf', async function memberOf(this: { verifier: Verifier }, request: { headers: { authorization?: string } }) {
  const token = request.headers.authorization?.slice('Bearer '.length);
  return token === undefined ? undefined : this.verifier.verify(token);
} as Method);

/** The door takes every territory for open. */
export const closedDoor = replaced('the gateway’s closed door', (pod) => (partOf(pod, 'api-gateway', 'ApiGatewayServer') as { parts: { edge: { hosts: object } } }).parts.edge.hosts, 'byHost', function byHost(this: { registry: TerritoryRegistry }, host: string) {
  const found = this.registry.byHost(host);
  return found && { ...found, status: 'active' };
} as Method);

/** Services take every territory for open. */
export const closedServices = replaced('the services’ closed doors', part('forum', 'AccessGuard'), 'territoryOf', async function territoryOf(this: { registry: TerritoryRegistry }, { territory }: { territory: string }) {
  return { ...this.registry.get(territory), status: 'active' };
} as Method);

/** Connections of a territory look into the next one's schema. */
export const routing: Wall = {
  name: 'the routing',
  down: async (pod) => {
    pod.routing.bent = true;
    await reconnect(pod);
  },
  up: async (pod) => {
    pod.routing.bent = false;
    await reconnect(pod);
  },
};

/** Every service's role may read every table of all three territories. */
export const roles: Wall = {
  name: 'the roles',
  down: (pod) => eachStranger(pod, (role, schema) => `grant usage on schema ${schema} to ${role}; grant select on all tables in schema ${schema} to ${role};`),
  up: (pod) => eachStranger(pod, (role, schema) => `revoke select on all tables in schema ${schema} from ${role}; revoke usage on schema ${schema} from ${role};`),
};

/** No row is hidden from whoever may read its table. */
export const rowSecurity: Wall = {
  name: 'row level security',
  down: (pod) => eachPersonal(pod, 'disable'),
  up: (pod) => eachPersonal(pod, 'enable'),
};

async function eachStranger(pod: Pod, statement: (role: string, schema: string) => string): Promise<void> {
  for (const territory of territories) {
    const roles = await pod.inside.of<{ role: string }>(territory, 'select quote_ident(role_name) as role from messaging.role_bindings where territory = $1', [territory]);
    for (const other of territories.filter((one) => one !== territory)) await pod.inside.of(other, roles.map(({ role }) => statement(role, namesOf(other).schema)).join('\n'));
  }
}

async function eachPersonal(pod: Pod, how: 'disable' | 'enable'): Promise<void> {
  for (const territory of territories) {
    const rows = await pod.inside.of<{ name: string }>(territory, 'select format(\'%I.%I\', schema, name) as name from global.schema_objects where personal and schema = $1', [namesOf(territory).schema]);
    await pod.inside.of(territory, rows.map(({ name }) => `alter table ${name} ${how} row level security;`).join('\n'));
  }
}

/** Ends the services' connections to territories; the next query opens others. */
async function reconnect(pod: Pod): Promise<void> {
  await pod.drain();
  for (const territory of territories)
    await pod.inside.of(territory, 'select pg_terminate_backend(a.pid, 5000) from pg_stat_activity a join messaging.role_bindings b on b.role_name = a.usename where a.datname = current_database() and b.territory = $1', [territory]);
}
