import type { ErrorCode } from './generated/codes.ts';
import type { FieldFault, Problem } from './generated/types.ts';

/** A code of the platform, `network_unreachable` (no answer came at all), or one this SDK does not know yet. */
export type ProblemCode = ErrorCode | 'network_unreachable' | (string & {});

/** Every failed call throws this: what the server said (RFC 9457), or that it could not be reached. */
export class ApiProblem extends Error {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Stable name of what went wrong; decide by this, never by the texts. */
  readonly code: ProblemCode;
  /** What happened, in the caller's language. */
  readonly title: string;
  /** What to do about it, in the caller's language. */
  readonly detail: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Faults of single fields; `path` is dotted from the part (`body.title`). */
  readonly faults: readonly FieldFault[];
  /** To be quoted when reporting a fault. */
  readonly traceId: string | undefined;

  constructor(body: Partial<Problem> & { status: number; code: string }, options?: ErrorOptions) {
    super([body.title, body.detail].filter(Boolean).join(' ') || body.code, options);
    this.name = 'ApiProblem';
    this.status = body.status;
    this.code = body.code;
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.params = body.params ?? {};
    this.faults = body.faults ?? [];
    this.traceId = body.traceId;
  }
}

/** Reads the problem out of a failed response; what is not ours (a proxy's page) becomes a code by its status. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => undefined)) as Partial<Problem> | undefined;
  const { status } = response;
  if (typeof body?.code === 'string') return new ApiProblem({ ...body, status, code: body.code });
  const code = status === 504 ? 'deadline_exceeded' : status === 502 || status === 503 ? 'service_unavailable' : 'internal_error';
  return new ApiProblem({ status, code, title: response.statusText });
}
