import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { commonErrors, Problem } from '@unityplan/contracts';
import type { Dispatcher } from 'undici';
import { answerHeaders } from './answer-headers.ts';
import { LimitedBody } from './body-limit.ts';

export interface ExchangeRequest {
  readonly path: string;
  readonly headers: Record<string, string>;
  /** Undefined: no body. */
  readonly bodyLength: number | 'chunked' | undefined;
  /** More of it is refused. */
  readonly maxBodyBytes: number;
  /** Milliseconds until the first byte of the answer, and between two of them. */
  readonly deadlineMs: number;
  /** The service may set cookies. */
  readonly cookies: boolean;
}

/** The caller went away before the answer was complete; nobody is left to be told. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

const lost = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_CLOSED', 'UND_ERR_DESTROYED']);

/** One call passed on to a service: streams both ways with back-pressure, and ends the one side when the other one is gone. */
export class Exchange implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | undefined;
  private deadline: NodeJS.Timeout | undefined;
  private failure: Error | undefined;
  private ended = false;
  private resolve!: () => void;
  private reject!: (error: Error) => void;

  constructor(
    private readonly client: IncomingMessage,
    private readonly answer: ServerResponse,
    private readonly request: ExchangeRequest,
  ) {}

  /** Resolves when the answer was handed over in full; rejects with a Problem while nothing was sent, or with ClientGone. */
  async run(service: Dispatcher): Promise<void> {
    const body = this.request.bodyLength === undefined ? null : this.client.pipe(new LimitedBody(this.request.maxBodyBytes));
    const headers = { ...this.request.headers, ...(typeof this.request.bodyLength === 'number' ? { 'content-length': String(this.request.bodyLength) } : {}) };
    const gone = (): void => {
      if (!this.answer.writableFinished) this.end(new ClientGone('the client closed the connection'));
    };
    this.answer.once('close', gone);
    body?.once('error', (error) => this.end(error));
    try {
      await new Promise<void>((resolve, reject) => {
        this.resolve = resolve;
        this.reject = reject;
        this.await(this.request.deadlineMs);
        const method = this.client.method as Dispatcher.HttpMethod;
        service.dispatch({ path: this.request.path, method, headers, body, headersTimeout: 0, bodyTimeout: 0 }, this);
      });
    } finally {
      clearTimeout(this.deadline);
      this.answer.off('close', gone);
      body?.destroy();
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.failure) controller.abort(this.failure);
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    // A 5xx that is not ours (a crash page, a proxy in between) says nothing of itself to callers.
    if (status >= 500 && !String(headers['content-type'] ?? '').startsWith('application/problem+json')) return this.end(new Problem(commonErrors.service_unavailable));
    this.answer.writeHead(status, { 'cache-control': 'no-store', ...answerHeaders(headers, { cookies: this.request.cookies }) });
    this.answer.flushHeaders();
    this.answer.on('drain', () => {
      this.await(this.request.deadlineMs);
      controller.resume();
    });
    this.await(this.request.deadlineMs);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.answer.write(chunk)) return this.await(this.request.deadlineMs);
    clearTimeout(this.deadline); // a slow reader is not a slow service
    controller.pause();
  }

  onResponseEnd(): void {
    this.ended = true;
    this.answer.end();
    this.resolve();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.ended = true;
    this.reject(this.failure ?? asProblem(error));
  }

  private await(ms: number): void {
    clearTimeout(this.deadline);
    this.deadline = setTimeout(() => this.end(new Problem(commonErrors.deadline_exceeded)), ms);
  }

  private end(failure: Error): void {
    if (this.ended || this.failure) return;
    this.failure = failure;
    this.controller?.abort(failure);
    this.reject(failure);
  }
}

function asProblem(error: Error): Error {
  const code = (error as { code?: string }).code ?? (error.cause as { code?: string } | undefined)?.code ?? '';
  return error instanceof Problem || !lost.has(code) ? error : new Problem(commonErrors.service_unavailable);
}
