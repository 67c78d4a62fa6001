import { ModulesContainer } from '@nestjs/core';
import { namesOf } from '@unityplan/territory';
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

/** The prototype of a class that runs somewhere in a service: its module exports it to nobody. */
function prototypeOf(pod: Pod, service: string, name: string): Record<string, Method> {
  for (const module of pod.service(service).app.get(ModulesContainer).values())
    for (const { instance } of module.providers.values())
      if ((instance as object | undefined)?.constructor?.name === name) return Object.getPrototypeOf(instance) as Record<string, Method>;
  throw new Error(`${service} runs no ${name}`);
}

function replaced(name: string, service: string, type: string, method: string, by: Method): Wall {
  let original: Method | undefined;
  return {
    name,
    down: async (pod) => {
      const prototype = prototypeOf(pod, service, type);
      original = prototype[method];
      prototype[method] = by;
    },
    up: async (pod) => void (prototypeOf(pod, service, type)[method] = original!),
  };
}

/** The door no longer compares the token's territory with the host's. */
export const gateway = replaced('the gateway’s check', 'api-gateway', 'Identities', 'of', async function of(this: { verifier: Verifier }, headers: { authorization?: string; cookie?: string }) {
  const token = headers.authorization?.slice('Bearer '.length) ?? /__Host-access=([^;]+)/.exec(headers.cookie ?? '')?.[1];
  const verified = token === undefined ? undefined : await this.verifier.verify(token);
  return verified && { ...verified, token };
} as Method);

/** Services take any good token, of whatever territory. */
export const guard = replaced('the services’ check', 'forum', 'AccessGuard', 'memberOf', async function memberOf(this: { verifier: Verifier }, request: { headers: { authorization?: string } }) {
  const token = request.headers.authorization?.slice('Bearer '.length);
  return token === undefined ? undefined : this.verifier.verify(token);
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
  const rows = await pod.ground.query<{ role: string; territory: string }>('select quote_ident(role_name) as role, territory from messaging.role_bindings where territory = any ($1)', [territories]);
  const statements = rows.flatMap(({ role, territory }) => territories.filter((other) => other !== territory).map((other) => statement(role, namesOf(other).schema)));
  await pod.ground.query(statements.join('\n'));
}

async function eachPersonal(pod: Pod, how: 'disable' | 'enable'): Promise<void> {
  const rows = await pod.ground.query<{ name: string }>('select format(\'%I.%I\', schema, name) as name from global.schema_objects where personal and schema = any ($1)', [territories.map((one) => namesOf(one).schema)]);
  await pod.ground.query(rows.map(({ name }) => `alter table ${name} ${how} row level security;`).join('\n'));
}

/** Ends the services' connections to territories; the next query opens others. */
async function reconnect(pod: Pod): Promise<void> {
  await pod.drain();
  await pod.ground.query('select pg_terminate_backend(a.pid, 5000) from pg_stat_activity a join messaging.role_bindings b on b.role_name = a.usename where a.datname = current_database() and b.territory = any ($1)', [territories]);
}
