import type { IncomingMessage, ServerResponse } from 'node:http';
import { commonErrors, Problem, type ProblemBody } from '@unityplan/contracts';
import { languageOf, problemBody, toProblem } from '@unityplan/service-kit';
import { currentTrace, type Logger } from '@unityplan/telemetry';
import { escape } from '../html.ts';

/** Answers a failure: a page for people who opened an address, problem+json for programs. Nothing is sent when an answer has begun. Without `pages` it is never a page. */
export function refuse(request: IncomingMessage, response: ServerResponse, error: unknown, log: Logger, pages = true): void {
  const problem = toProblem(error);
  if (problem.contract === commonErrors.internal_error) log.error({ err: error }, 'the gateway failed');
  if (response.headersSent || response.destroyed) return void response.destroy();
  const { contract, params, faults } = problem;
  const language = languageOf(request.headers['accept-language']);
  const body = problemBody(contract, params, language, currentTrace()?.traceId, faults);
  const page = pages && wantsPage(request);
  const text = page ? problemPage(body, language) : JSON.stringify(body);
  response.statusCode = contract.status;
  response.setHeader('content-type', page ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  const wait = params['retryAfter'] ?? (contract.status === 503 ? 2 : undefined);
  if (wait !== undefined) response.setHeader('retry-after', String(wait));
  if (Array.isArray(params['allow'])) response.setHeader('allow', params['allow'].join(', '));
  response.setHeader('content-length', Buffer.byteLength(text));
  response.end(request.method === 'HEAD' ? undefined : text);
  if (!request.complete) endUnreadBody(request);
}

/** A body that nobody reads is let in for a moment, so that the caller gets to read the answer; then the connection ends. */
function endUnreadBody(request: IncomingMessage): void {
  request.resume();
  const giveUp = setTimeout(() => request.complete || request.destroy(), 2_000);
  request.once('close', () => clearTimeout(giveUp));
}

/** A person who opened an address outside the API. */
export function wantsPage(request: IncomingMessage): boolean {
  const api = request.url?.startsWith('/api/') ?? false;
  return !api && (request.method === 'GET' || request.method === 'HEAD') && /\btext\/html\b/.test(request.headers.accept ?? '');
}

function problemPage(body: ProblemBody, language: 'en' | 'da'): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(body.title)}</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem;color:#1c2430;background:#fff}@media(prefers-color-scheme:dark){body{color:#e8ecf2;background:#12161c}}small{opacity:.7}</style>
<main><h1>${escape(body.title)}</h1><p>${escape(body.detail)}</p>${body.traceId ? `<small>${escape(body.traceId)}</small>` : ''}</main></html>`;
}

/** The refusal of a method that a path does not answer to. */
export function wrongMethod(method: string | undefined, allow: readonly string[]): Problem {
  return new Problem(commonErrors.method_not_allowed, { method: method ?? '', allow });
}
