import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { commonErrors, fillSentence, maxBodyBytes, Problem, type ErrorContract, type FieldFault, type ProblemBody, type Sentence } from '@unityplan/contracts';
import { currentTrace, type Logger } from '@unityplan/telemetry';
import { isAway } from '@unityplan/territory';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The language to answer in: the first of the header that we speak, else English. */
export function languageOf(acceptLanguage: string | undefined): 'en' | 'da' {
  for (const part of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const tag = part.trim();
    if (tag.startsWith('da')) return 'da';
    if (tag.startsWith('en')) return 'en';
  }
  return 'en';
}

/** Parameters that are themselves sentences are told in the caller's language. */
function inLanguage(params: Readonly<Record<string, unknown>>, language: 'en' | 'da'): Record<string, unknown> {
  const isSentence = (value: unknown): value is Sentence => typeof value === 'object' && value !== null && Object.keys(value).length === 2 && 'en' in value && 'da' in value;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isSentence(value) ? value[language] : value]));
}

/** RFC 9457 body of an error, in one language. */
export function problemBody(
  error: ErrorContract,
  params: Readonly<Record<string, unknown>>,
  language: 'en' | 'da',
  traceId: string | undefined,
  faults?: readonly FieldFault[],
): ProblemBody {
  const told = inLanguage(params, language);
  const all = { ...told, traceId };
  return {
    type: `urn:unityplan:problem:${error.code}`,
    title: fillSentence(error.title[language], all),
    status: error.status,
    detail: fillSentence(error.mend[language], all),
    code: error.code,
    ...(Object.keys(told).length ? { params: told } : {}),
    ...(faults?.length ? { faults: [...faults] } : {}),
    ...(traceId ? { traceId } : {}),
  };
}

// Errors of the framework and of drivers, by their code. Whatever is not here is our fault and says nothing of itself.
const known: Record<string, ErrorContract> = {
  FST_ERR_CTP_INVALID_JSON_BODY: commonErrors.body_not_json,
  FST_ERR_CTP_EMPTY_JSON_BODY: commonErrors.body_not_json,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: commonErrors.media_type_unsupported,
  FST_ERR_CTP_BODY_TOO_LARGE: commonErrors.body_too_large,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: commonErrors.body_not_json,
  FST_ERR_NOT_FOUND: commonErrors.not_found,
  '57014': commonErrors.deadline_exceeded,
  '55P03': commonErrors.deadline_exceeded,
  TERRITORY_ID_INVALID: commonErrors.territory_unknown,
  TERRITORY_UNKNOWN: commonErrors.territory_unknown,
  TERRITORY_NOT_HERE: commonErrors.territory_unknown,
};

// Refusals of the framework that reach us without their code: a body that ends early, an unknown path, a strange content type.
const frameworkStatus: Record<number, ErrorContract> = {
  400: commonErrors.body_not_json,
  404: commonErrors.not_found,
  413: commonErrors.body_too_large,
  415: commonErrors.media_type_unsupported,
};

/** What a route takes, for refusals that say so. */
interface Taken {
  readonly accepts?: string;
  readonly maxBodyBytes?: number;
}

function ofBody(contract: ErrorContract, route: Taken): Problem {
  if (contract === commonErrors.body_too_large) return new Problem(contract, { maxKb: (route.maxBodyBytes ?? maxBodyBytes) / 1024 });
  if (contract === commonErrors.media_type_unsupported) return new Problem(contract, { accepted: route.accepts ?? 'application/json' });
  return new Problem(contract);
}

/** What to answer to anything thrown. */
export function toProblem(error: unknown, route: Taken = {}): Problem {
  if (error instanceof Problem) return error;
  if (isAway(error)) return new Problem(commonErrors.service_unavailable);
  const code = (error as { code?: unknown } | null)?.code;
  const contract = typeof code === 'string' ? known[code] : undefined;
  if (contract) return ofBody(contract, route);
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  const byStatus = typeof status === 'number' ? frameworkStatus[status] : undefined;
  if (byStatus) return ofBody(byStatus, route);
  return new Problem(commonErrors.internal_error);
}

/** Answers every failure as problem+json in the caller's language; 5xx are logged with their cause and tell nothing of it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log: Logger;
  constructor(log: Logger) {
    this.log = log;
  }
  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (reply.sent) return;
    const answer = toProblem(error, request.routeOptions?.config);
    const { contract, params, faults } = answer;
    if (contract.status >= 500) this.log.error({ err: error, route: request.routeOptions?.url, method: request.method }, 'request failed');
    if (typeof params['retryAfter'] === 'number') void reply.header('retry-after', String(params['retryAfter']));
    else if (contract.status === 503) void reply.header('retry-after', '2');
    const body = problemBody(contract, params, languageOf(request.headers['accept-language']), currentTrace()?.traceId, faults);
    void reply.status(contract.status).header('content-type', 'application/problem+json; charset=utf-8').send(body);
  }
}
