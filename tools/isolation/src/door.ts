import { ModulesContainer } from '@nestjs/core';
import { apiGatewayConfig, startApiGateway } from '@unityplan/api-gateway/app';
import { startAuth } from '@unityplan/auth/app';
import { auth, type RouteContract } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import type { RunningService } from '@unityplan/service-kit';
import { configured, startConstellation, type Constellation, type StartService } from '@unityplan/testing';
import { namesOf } from '@unityplan/territory/names';
import { v7 } from 'uuid';
import { targetOf } from './estate/caller.ts';
import { hangUp, send } from './wire.ts';

/** What came back, without what differs from call to call. */
export interface Said {
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: number | undefined;
  readonly headers: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
}
interface Asked {
  readonly territory?: string;
  /** Where it comes from: a proxy that the door trusts says so. */
  readonly ip?: string;
  readonly body?: object;
  readonly params?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The door with its limits on, before the auth service, on real PostgreSQL, NATS and Redis. The clock of both stands still until a test moves it. */
export async function startDoor() {
  const time = { at: Date.now() };
  let upstreams = {};
  const first: StartService = async (options) => {
    const started = await startAuth(options as never);
    upstreams = { auth: started.url };
    return started;
  };
  const constellation = await startConstellation({
    clock: () => time.at,
    services: [first, (options) => configured(startApiGateway, apiGatewayConfig, { upstreams, trustedProxies: ['127.0.0.1'] })(options)],
  });
  const port = Number(new URL(constellation.service('api-gateway').url).port);
  const rpc = new RpcClient({ link: constellation.resources.nats, pod: constellation.config.podId });
  const ask = async (route: RouteContract, { territory = 'DK', ip = anyIp(), body, params, token, headers = {} }: Asked = {}): Promise<Said> => {
    const answer = await send(port, {
      method: route.method,
      target: targetOf(route, params),
      headers: { host: `${namesOf(territory).localHost}:${port}`, 'x-forwarded-for': ip, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      body: body && Buffer.from(JSON.stringify(body)),
    });
    const { traceId: _, ...told } = (answer.body.length > 0 ? JSON.parse(answer.body.toString()) : {}) as { traceId?: string; code?: string };
    const retry = answer.headers['retry-after'];
    return { status: answer.status, code: told.code, retryAfter: retry === undefined ? undefined : Number(retry), headers: Object.keys(answer.headers).sort(), body: told };
  };
  const signIn = (email: string, password: string, more: Asked = {}) => ask(auth.signIn, { ...more, body: { email, password, client: 'native' } });
  /** Someone who registered, confirmed and signed in. */
  const member = async (territory = 'DK') => {
    const [email, password] = [`freja.${v7()}@example.org`, 'four unrelated words walk'];
    await ask(auth.register, { territory, body: { email, password, language: 'en' } });
    const [row] = await constellation.ground.query<{ member_id: string }>(`select member_id from ${namesOf(territory).schema}.accounts order by member_id desc limit 1`);
    const { token } = await rpc.call(auth.mailToken, territory, { memberId: row!.member_id, purpose: 'verify_email' });
    await ask(auth.verifyEmail, { territory, body: { token } });
    const { body } = await signIn(email, password, { territory });
    const { accessToken, refreshToken, sessionId } = body as { accessToken: string; refreshToken: string; sessionId: string };
    return { territory, email, password, memberId: row!.member_id, sessionId, token: accessToken, refreshToken };
  };
  const stop = async (): Promise<void> => {
    hangUp();
    await constellation.stop();
  };
  return { ...constellation, time, port, rpc, ask, signIn, member, stop };
}
export type Door = Awaited<ReturnType<typeof startDoor>>;

let addresses = 0;
/** An address that nobody has called from yet. */
export function anyIp(): string {
  addresses++;
  return `198.${18 + (addresses >> 16)}.${(addresses >> 8) & 255}.${addresses & 255}`;
}

/** A part of a running service by the name of its class: modules export their own to nobody. */
export function partOf(pod: Pick<Constellation, 'service'>, service: RunningService['name'], name: string): object {
  for (const module of pod.service(service).app.get(ModulesContainer).values())
    for (const { instance } of module.providers.values()) if ((instance as object | undefined)?.constructor?.name === name) return instance as object;
  throw new Error(`${service} runs no ${name}`);
}
