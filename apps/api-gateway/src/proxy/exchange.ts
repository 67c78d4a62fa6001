import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { commonErrors, Problem } from '@unityplan/contracts';
import type { Dispatcher } from 'undici';
import { answerHeaders, type HeaderList } from './answer-headers.ts';
import { ClientGone } from './client-gone.ts';
import type { Deadlines, Waiter } from './deadlines.ts';

export interface ExchangeRequest {
  readonly method: string;
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: Buffer | null;
  /** Milliseconds until the first byte of the answer, and between two of them. */
  readonly deadlineMs: number;
  /** How long the caller may take for what was written to it, before it is cut off. */
  readonly readerMs: number;
  /** The service may set cookies. */
  readonly cookies: boolean;
  /** The edge's own headers on the answer. */
  readonly own: HeaderList;
  /** Called once, when the service has done its work: the answer begins, or there is none. */
  onWorked(): void;
}

/** So much of an answer waits here for a slow reader before the service is made to wait: ordinary answers keep no service busy. */
const absorbed = 128 * 1024;
/** Up to here head and body leave as one piece, which is one system call. */
const onePiece = 32 * 1024;
const lost = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_CLOSED', 'UND_ERR_DESTROYED']);

/** One call passed on to a service: the answer streams back with back-pressure, and the one side ends when the other one is gone. */
export class Exchange implements Dispatcher.DispatchHandler, Waiter {
  deadline = Infinity;
  before: Waiter | undefined;
  after: Waiter | undefined;
  private controller: Dispatcher.DispatchController | undefined;
  private failure: Error | undefined;
  private ended = false;
  private worked = false;
  /** What has come of a short body. */
  private first: Buffer | undefined;
  private streaming = false;
  private resolve!: () => void;
  private reject!: (error: Error) => void;

  constructor(
    private readonly answer: ServerResponse,
    private readonly request: ExchangeRequest,
    private readonly deadlines: Deadlines,
  ) {}

  /** Resolves when the answer was handed over in full; rejects with a Problem while nothing was sent, or with ClientGone. */
  run(service: Dispatcher): Promise<void> {
    const { path, method, headers, body } = this.request;
    const gone = (): void => {
      this.deadlines.delete(this);
      if (!this.answer.writableFinished) this.end(new ClientGone('the client closed the connection'));
    };
    if (this.answer.destroyed) return Promise.reject(new ClientGone('the client closed the connection'));
    return new Promise<void>((resolve, reject) => {
      this.resolve = resolve;
      this.reject = (error) => {
        this.deadlines.delete(this);
        this.answer.off('close', gone);
        this.done();
        reject(error);
      };
      this.answer.on('close', gone);
      this.wait(this.request.deadlineMs);
      this.deadlines.add(this);
      service.dispatch({ path, method: method as Dispatcher.HttpMethod, headers, body, headersTimeout: 0, bodyTimeout: 0 }, this);
    });
  }

  /** Too long without a byte: of the service, or by the caller, who then gets no more of them. */
  late(): void {
    this.deadline = Infinity;
    if (this.ended || this.controller?.paused) this.answer.destroy();
    else this.end(new Problem(commonErrors.deadline_exceeded));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.failure) controller.abort(this.failure);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    // A 5xx that is not ours (a crash page, a proxy in between) says nothing of itself to callers.
    if (status >= 500 && !String(headers['content-type'] ?? '').startsWith('application/problem+json')) return this.end(new Problem(commonErrors.service_unavailable));
    this.done();
    this.answer.writeHead(status, answerHeaders(headers, this.request));
    this.wait(this.request.deadlineMs);
    // A short answer of known length leaves as one piece; a stream's head does not wait for its body.
    if (!(Number(headers['content-length']) <= onePiece)) this.stream();
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.streaming) {
      this.first = this.first ? Buffer.concat([this.first, chunk]) : chunk;
      return this.wait(this.request.deadlineMs);
    }
    if (!this.answer.write(chunk) && this.answer.writableLength > absorbed) {
      controller.pause();
      this.wait(this.request.readerMs); // a slow reader is not a slow service
    } else this.wait(this.request.deadlineMs);
  }

  onResponseEnd(): void {
    this.over();
    // As text, head and body are joined before they are written; byte by byte the same.
    if (this.first) this.answer.end(this.first.toString('latin1'), 'latin1');
    else this.answer.end();
    // The rest of it is the caller's to take; `close` ends the wait.
    if (this.answer.writableFinished) this.deadlines.delete(this);
    else this.wait(this.request.readerMs);
    this.resolve();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.over();
    this.reject(this.failure ?? asProblem(error));
  }

  /** Begins to write piece by piece. */
  private stream(): void {
    this.streaming = true;
    this.answer.on('drain', () => {
      if (this.ended) return;
      this.wait(this.request.deadlineMs);
      this.controller?.resume();
    });
    this.answer.flushHeaders();
  }

  private wait(ms: number): void {
    this.deadline = performance.now() + ms;
  }

  private done(): void {
    if (this.worked) return;
    this.worked = true;
    this.request.onWorked();
  }

  private over(): void {
    this.ended = true;
    // Kept, it ties each call to later ones of its connection, and all of them grow old with the first: 6 kB a call for the slow collector.
    this.controller = undefined;
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
