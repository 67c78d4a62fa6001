import { z } from 'zod';
import { bytesLimit, bytesType, maxBodyBytes } from './bodies.ts';
import type { ErrorContract } from './errors.ts';
import type { Gate } from './gates.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call a route. `public`: anyone (a token, when there, is still verified). `member`: a signed-in member whose
 * token names the territory of the host. A gate: such a member whose badges open it at that territory. A route without an
 * access does not boot.
 */
export type RouteAccess = 'public' | 'member' | { readonly gate: Gate };

/** An HTTP route declared once: Nest binding, validation, OpenAPI and the SDK derive from it. */
export interface RouteContract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly kind: 'route';
  /** The service that answers. */
  readonly owner: string;
  /** camelCase, unique over all services: OpenAPI's operationId. */
  readonly id: string;
  readonly method: HttpMethod;
  /** Below `/api/v1`, with `{name}` for parameters: `/topics/{topicId}/posts`. */
  readonly path: string;
  readonly about: string;
  readonly access: RouteAccess;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
  /** Status of success: 200, 201, 202 or 204. */
  readonly status: number;
  readonly errors: readonly ErrorContract[];
  /** The caller may send `Idempotency-Key`; the same key with the same body gives the first answer again. */
  readonly idempotencyKey: boolean;
  /** Every guest gets the same answer: it carries an ETag, and whoever has it already gets 304. What members get is theirs alone. */
  readonly revalidated: boolean;
  /** Larger bodies are refused, by the door and by the service. */
  readonly maxBodyBytes: number;
}

const nothing = z.object({});
/** A body or answer that is empty (204). */
export const empty = z.undefined();

type Optional = { params: typeof nothing; query: typeof nothing; body: typeof empty; answer: typeof empty };
type Pick2<T, K extends keyof Optional> = K extends keyof T ? (T[K] extends z.ZodType ? T[K] : Optional[K]) : Optional[K];

interface RouteDraft {
  readonly owner: string;
  readonly id: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly about: string;
  readonly access: RouteAccess;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer?: z.ZodType;
  readonly status?: number;
  readonly errors?: readonly ErrorContract[];
  readonly idempotencyKey?: boolean;
  readonly revalidated?: boolean;
  /** 256 kB when left out; a body of `bytes({ max })` brings its own. */
  readonly maxBodyBytes?: number;
}

/** Declares a route. Throws at load when path parameters and `params` differ, a GET has a body, or what is revalidated is not public. */
export function defineRoute<const T extends RouteDraft>(
  draft: T,
): RouteContract<Pick2<T, 'params'>, Pick2<T, 'query'>, Pick2<T, 'body'>, Pick2<T, 'answer'>> & { readonly id: T['id'] } {
  const inPath = [...draft.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
  const declared = Object.keys(draft.params?.shape ?? {}).sort();
  if (inPath.join() !== declared.join()) throw new Error(`route ${draft.id}: path has {${inPath.join()}}, params declares {${declared.join()}}`);
  if (draft.revalidated && (draft.method !== 'GET' || draft.access !== 'public')) throw new Error(`route ${draft.id}: only what every guest may GET is revalidated`);
  if (draft.method === 'GET' && draft.body) throw new Error(`route ${draft.id}: a GET has no body`);
  return {
    kind: 'route',
    params: nothing,
    query: nothing,
    body: empty,
    answer: empty,
    status: draft.answer ? 200 : 204,
    errors: [],
    idempotencyKey: false,
    revalidated: false,
    maxBodyBytes: (draft.body && bytesLimit(draft.body)) ?? maxBodyBytes,
    ...draft,
  } as unknown as ReturnType<typeof defineRoute<T>>;
}

/** The content type in which a route takes its body. */
export function bodyTypeOf(route: Pick<RouteContract, 'body'>): string {
  return bytesLimit(route.body) === undefined ? 'application/json' : bytesType;
}

/** What a handler receives: the three parsed parts. */
export interface RouteInput<R extends RouteContract> {
  readonly params: z.output<R['params']>;
  readonly query: z.output<R['query']>;
  readonly body: z.output<R['body']>;
}
export type RouteAnswer<R extends RouteContract> = z.input<R['answer']>;
