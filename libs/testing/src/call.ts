import { contextKeyPurpose, contextHeader, deriveKey, signContext, type RunningService } from '@unityplan/service-kit';
import { bytesType, type RouteContract } from '@unityplan/contracts';
import type { z } from 'zod';
import type { TestMember } from './members.ts';

/** What a test may set on a call. */
export interface CallOptions<R extends RouteContract> {
  readonly params?: z.input<R['params']>;
  readonly query?: Record<string, string | number | boolean | undefined>;
  readonly body?: unknown;
  readonly as?: TestMember;
  readonly territory?: string;
  readonly ip?: string;
  readonly headers?: Record<string, string>;
}

/** The answer of a call; `body` is parsed JSON, and typed by the contract when the call succeeded. */
export interface CallAnswer<R extends RouteContract> {
  readonly status: number;
  readonly headers: Record<string, string | string[] | number | undefined>;
  readonly body: z.output<R['answer']>;
  /** The same body for a refused call. */
  readonly problem: { code: string; detail: string; title: string; faults?: { path: string; message: string }[]; params?: Record<string, unknown> };
}

/** Calls a route of a running service the way the gateway does: signed context, bearer token, real parsing. */
export function caller(services: () => readonly RunningService[], podSecret: string) {
  const key = deriveKey(podSecret, contextKeyPurpose);
  return async function call<R extends RouteContract>(route: R, options: CallOptions<R> = {}): Promise<CallAnswer<R>> {
    const service = services().find((running) => running.name === route.owner);
    if (!service) throw new Error(`${route.id}: the service ${route.owner} is not part of this test`);
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String((options.params as Record<string, unknown>)?.[name])));
    const query = new URLSearchParams(Object.entries(options.query ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]])));
    const territory = options.territory ?? options.as?.territory ?? 'DK';
    const answer = await service.app.inject({
      method: route.method,
      url: `/api/v1${path}${query.size ? `?${query}` : ''}`,
      headers: {
        [contextHeader]: signContext({ territory, ip: options.ip ?? '192.0.2.1', routingEpoch: 1 }, key),
        ...(options.as ? { authorization: `Bearer ${options.as.token}` } : {}),
        ...(options.body instanceof Uint8Array ? { 'content-type': bytesType } : {}),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { payload: options.body as object }),
    });
    const body = answer.body && answer.headers['content-type']?.toString().includes('json') ? (answer.json() as never) : (answer.body as never);
    return { status: answer.statusCode, headers: answer.headers, body, problem: body };
  };
}
