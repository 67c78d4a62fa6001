import { commonErrors, Problem, type RpcContract } from '@unityplan/contracts';
import { parseTraceparent, withSpan } from '@unityplan/telemetry';
import type { Msg, Subscription } from '@nats-io/transport-node';
import { reasonOf, type Log } from '../log.ts';
import type { NatsLink } from '../nats-link.ts';
import { rpcFilter } from '../subjects.ts';
import { decode, encode, errorReply } from './wire.ts';

/** What an `@Answers` handler knows besides its input. */
export interface AnswerContext {
  /** In whose name the call is made; the caller has checked it. */
  readonly territory: string;
  readonly traceparent: string | undefined;
  /** Epoch milliseconds after which nobody waits any more. */
  readonly deadline: number;
}

/** Who answers a call. `input` is parsed; what it throws is the answer, too. */
export interface RpcHandler {
  readonly contract: RpcContract;
  readonly run: (input: unknown, context: AnswerContext) => Promise<unknown>;
}

/** Answers a service's calls; instances of a service share them (queue group = service). */
export class RpcServer {
  private subscription: Subscription | undefined;
  private readonly running = new Set<Promise<void>>();
  private readonly handlers: ReadonlyMap<string, RpcHandler>;
  private readonly options: { pod: string; service: string; link: NatsLink; log: Log };

  constructor(options: { pod: string; service: string; link: NatsLink; log: Log; handlers: readonly RpcHandler[] }) {
    this.options = options;
    this.handlers = new Map(options.handlers.map((handler) => [handler.contract.method, handler]));
  }

  async start(): Promise<void> {
    if (this.handlers.size === 0) return;
    const { link, pod, service } = this.options;
    const nc = await link.connect();
    this.subscription = nc.subscribe(rpcFilter(pod, service), {
      queue: service,
      callback: (error, message) => {
        if (error) return this.options.log.error({ error: reasonOf(error) }, 'rpc subscription failed');
        const job = this.answer(message)
          .catch((failure: unknown) => this.options.log.error({ rpc: message.subject, error: reasonOf(failure) }, 'an answer could not be sent'))
          .finally(() => this.running.delete(job));
        this.running.add(job);
      },
    });
    await nc.flush();
  }

  /** Takes no new calls and answers those it has. */
  async stop(): Promise<void> {
    if (this.subscription && !this.subscription.isClosed()) await this.subscription.drain().catch(() => undefined);
    await Promise.all(this.running);
  }

  private async answer(message: Msg): Promise<void> {
    const method = message.subject.slice(message.subject.lastIndexOf('.') + 1);
    const traceparent = message.headers?.get('traceparent') || undefined;
    const parent = parseTraceparent(traceparent);
    const reply = await withSpan(`answer ${this.options.service}.${method}`, { role: 'server', service: this.options.service, ...(parent ? { parent } : {}) }, () =>
      this.reply(method, message, traceparent).catch((error: unknown) => {
        if (!(error instanceof Problem) || error.contract.status >= 500)
          this.options.log.error({ rpc: `${this.options.service}.${method}`, error: reasonOf(error) }, 'call failed');
        return errorReply(error);
      }));
    if (!message.reply) return;
    try {
      message.respond(encode(reply));
    } catch (error) {
      this.options.log.error({ rpc: `${this.options.service}.${method}`, error: reasonOf(error) }, 'an answer does not fit into a message');
      message.respond(encode(errorReply(error)));
    }
  }

  private async reply(method: string, message: Msg, traceparent: string | undefined): Promise<object> {
    const handler = this.handlers.get(method);
    if (!handler) throw new Problem(commonErrors.service_unavailable);
    const deadline = Number(message.headers?.get('up-deadline') || Date.now() + handler.contract.deadlineMs);
    if (!(deadline > Date.now())) throw new Problem(commonErrors.deadline_exceeded);
    const input = handler.contract.input.safeParse(decode(message.data));
    if (!input.success) throw new Problem(commonErrors.input_invalid, {}, input.error.issues.map(({ path, message: text }) => ({ path: path.join('.'), message: text })));
    const output = await handler.run(input.data, { territory: message.headers?.get('up-territory') ?? '', traceparent, deadline });
    return { ok: handler.contract.output.parse(output) ?? null };
  }
}
