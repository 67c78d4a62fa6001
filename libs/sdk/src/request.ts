/** The parts of any call, as the client sees them. */
export interface AnyInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** Whether a body is sent as it is: part of a file. */
export function isBytes(body: unknown): boolean {
  return body instanceof Blob || body instanceof Uint8Array;
}

/** Builds address and init of a call from its route (`POST /topics/{topicId}/posts`). */
export function requestOf(baseUrl: string, route: string, input: AnyInput, headers: Readonly<Record<string, string>>): [string, RequestInit] {
  const [method = 'GET', path = ''] = route.split(' ');
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input.params?.[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) if (value !== undefined && value !== null) query.set(name, String(value));
  const all = new Headers(headers);
  all.set('accept', 'application/json, application/problem+json');
  // The gateway refuses unsafe calls without it: another site cannot set it, so it proves the call is the page's own.
  if (method !== 'GET') all.set('x-unityplan-request', '1');
  if (input.idempotencyKey) all.set('idempotency-key', input.idempotencyKey);
  const init: RequestInit = { method, headers: all };
  if (isBytes(input.body)) {
    all.set('content-type', 'application/octet-stream');
    init.body = input.body as BodyInit;
  } else if (input.body !== undefined) {
    all.set('content-type', 'application/json');
    init.body = JSON.stringify(input.body);
  }
  if (input.signal) init.signal = input.signal;
  return [`${baseUrl}/api/v1${filled}${query.size ? `?${query.toString()}` : ''}`, init];
}
