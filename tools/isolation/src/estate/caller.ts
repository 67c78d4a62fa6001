import { bodyTypeOf, type RouteContract } from '@unityplan/contracts';
import { apiPrefix } from '@unityplan/service-kit';
import { namesOf } from '@unityplan/territory/names';
import type { z } from 'zod';
import type { TerritoryId } from '../territories.ts';
import { send, type WireAnswer } from '../wire.ts';

/** A member with everything that speaks for them. */
export interface Person {
  readonly territory: TerritoryId;
  readonly memberId: string;
  readonly sessionId: string;
  readonly email: string;
  readonly password: string;
  readonly handle: string;
  token: string;
  refreshToken: string;
  /** A browser's cookies: another session of the same member. */
  cookie: string;
  readonly browserSessionId: string;
}
export interface Sent<R extends RouteContract> {
  readonly params?: z.input<R['params']>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: z.input<R['body']> | Buffer;
  readonly as?: Pick<Person, 'token'>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where a territory is reached on this machine. */
export function hostOf(territory: TerritoryId, port: number): string {
  return `${namesOf(territory).localHost}:${port}`;
}
export function filesHostOf(territory: TerritoryId, port: number): string {
  return `${namesOf(territory).localFilesHost}:${port}`;
}

/** The request target of a route. */
export function targetOf(route: { readonly path: string }, params: object = {}, query: Readonly<Record<string, string | number>> = {}): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String((params as Record<string, unknown>)[name])));
  const search = new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]));
  return `${apiPrefix}${path}${search.size > 0 ? `?${search}` : ''}`;
}

/** Calls the door as a member of a territory does, and throws on any refusal: for furnishing. */
export function callerOf(port: number, territory: TerritoryId) {
  const ask = async <R extends RouteContract>(route: R, { params, query, body, as, headers = {} }: Sent<R> = {}): Promise<WireAnswer> => {
    const answer = await send(port, {
      method: route.method,
      target: targetOf(route, params as object, query),
      headers: { host: hostOf(territory, port), ...(as ? { authorization: `Bearer ${as.token}` } : {}), ...(body === undefined ? {} : { 'content-type': bodyTypeOf(route) }), ...headers },
      body: body === undefined ? undefined : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
    });
    if (answer.status >= 300) throw new Error(`${route.id} in ${territory}: ${answer.status} ${answer.body.toString()}`);
    return answer;
  };
  const call = async <R extends RouteContract>(route: R, sent: Sent<R> = {}): Promise<z.output<R['answer']>> => {
    const { body } = await ask(route, sent);
    return (body.length > 0 ? JSON.parse(body.toString()) : undefined) as z.output<R['answer']>;
  };
  return { ask, call };
}
export type Caller = ReturnType<typeof callerOf>;
