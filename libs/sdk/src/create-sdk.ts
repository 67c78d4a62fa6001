import { ApiProblem, problemOf } from './api-problem.ts';
import { routes } from './generated/routes.ts';
import type { OperationId, Sdk } from './operation-types.ts';
import { isBytes, requestOf, type AnyInput } from './request.ts';
import { singleRefresh, type Refreshed } from './session-refresh.ts';

type Headers = Readonly<Record<string, string>>;

/** Where and how to call a territory. */
export interface SdkOptions {
  /** Where the territory answers: '' for the page's own host, else `https://dk.example.org`. */
  readonly baseUrl: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Sent with every call: `{ 'accept-language': 'da' }`, a native client's `authorization`. A function is asked each time. */
  readonly headers?: Headers | (() => Headers);
  /** How long an answer may take, in milliseconds: a line that went dead without notice is given up as `network_unreachable`. Bytes that are sent may take six times as long. */
  readonly timeoutMs?: number;
  /** The session is over: called once per refused call, before the call throws. */
  readonly onUnauthorized?: (problem: ApiProblem) => void;
}

// The gateway answers for a slow service within 15 seconds; who waits longer waits for a line that is dead.
const defaultTimeoutMs = 20_000;

// Their 401 is an answer in itself (a wrong password, a session that ended), not a token that ran out.
const neverRefreshed: ReadonlySet<string> = new Set<OperationId>(['signIn', 'refreshSession', 'signOut']);

/** Typed calls to one territory. An access token that ran out is renewed, and the call sent again, without the caller noticing. */
export function createSdk(options: SdkOptions): Sdk {
  const doFetch = options.fetch ?? ((...args: Parameters<typeof fetch>) => fetch(...args));

  const send = async (id: OperationId, input: AnyInput): Promise<Response> => {
    const headers = typeof options.headers === 'function' ? options.headers() : (options.headers ?? {});
    const patience = AbortSignal.timeout((options.timeoutMs ?? defaultTimeoutMs) * (isBytes(input.body) ? 6 : 1));
    const signal = input.signal ? AbortSignal.any([input.signal, patience]) : patience;
    try {
      return await doFetch(...requestOf(options.baseUrl, routes[id], { ...input, signal }, headers));
    } catch (cause) {
      // Whoever gave the call up wants to see just that.
      if (input.signal?.aborted) throw cause;
      throw new ApiProblem({ status: 0, code: 'network_unreachable' }, { cause });
    }
  };

  const renew = singleRefresh(async (): Promise<Refreshed> => {
    const response = await send('refreshSession', { body: {} });
    if (response.ok || response.status === 401) {
      await discard(response);
      return response.ok ? 'fresh' : 'ended';
    }
    // Nobody knows whether the session lives: a caller that took this for "signed out" would lose the member's work.
    throw await problemOf(response);
  });

  const call = async (id: OperationId, input: AnyInput = {}): Promise<unknown> => {
    const sentAt = performance.now();
    let response = await send(id, input);
    if (response.status === 401 && !neverRefreshed.has(id)) {
      if ((await renew(sentAt)) === 'fresh') {
        await discard(response);
        response = await send(id, input);
      }
      if (response.status === 401) {
        const problem = await problemOf(response);
        options.onUnauthorized?.(problem);
        throw problem;
      }
    }
    if (!response.ok) throw await problemOf(response);
    return response.status === 204 ? undefined : await readJson(response);
  };

  return Object.fromEntries(Object.keys(routes).map((id) => [id, (input?: AnyInput) => call(id as OperationId, input)])) as unknown as Sdk;
}

/** A body nobody reads keeps its connection busy until the garbage collector finds it. */
async function discard(response: Response): Promise<void> {
  await response.body?.cancel();
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    // The connection broke in the middle of the answer.
    throw new ApiProblem({ status: response.status, code: 'network_unreachable' }, { cause });
  }
}
