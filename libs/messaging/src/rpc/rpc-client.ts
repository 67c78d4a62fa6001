import { commonErrors, Problem, type RpcContract, type RpcOutput } from '@unityplan/contracts';
import { currentTraceparent, withSpan } from '@unityplan/telemetry';
import { ClosedConnectionError, ConnectionError, DrainingConnectionError, headers, NoRespondersError, RequestError, TimeoutError, type Msg } from '@nats-io/transport-node';
import { z } from 'zod';
import { reasonOf, silent, type Log } from '../log.ts';
import type { NatsLink } from '../nats-link.ts';
import { rpcSubject } from '../subjects.ts';
import { sleep } from '../time.ts';
import { decode, encode, problemOf, rpcReply } from './wire.ts';

/** What a caller may ask of one call. */
export interface CallOptions {
  /** Epoch milliseconds after which the caller has gone; never later than the contract's own deadline. */
  readonly deadline?: number;
}

// Whoever meets one of these may wait for as long as it takes; a question that can never be sent must not look like them. The client tells
// of a connection that closes under a question by a RequestError of its own.
const nobodyThere = [NoRespondersError, ClosedConnectionError, DrainingConnectionError, ConnectionError, RequestError] as const;

/** Calls other services of the pod over core NATS. */
export class RpcClient {
  private readonly link: NatsLink;
  private readonly pod: string;
  private readonly log: Log;

  constructor(options: { link: NatsLink; pod: string; log?: Log }) {
    this.link = options.link;
    this.pod = options.pod;
    this.log = options.log ?? silent;
  }

  /**
   * Asks in the name of a territory. Throws the Problem of the other side, `deadline_exceeded`, or `service_unavailable` when
   * nobody answers. An idempotent call that met nobody is tried once more within the deadline.
   */
  async call<R extends RpcContract>(contract: R, territory: string, input: z.input<R['input']>, options: CallOptions = {}): Promise<RpcOutput<R>> {
    const checked = contract.input.safeParse(input);
    if (!checked.success) throw new TypeError(`rpc ${contract.owner}.${contract.method}: ${z.prettifyError(checked.error)}`);
    const deadline = Math.min(options.deadline ?? Infinity, Date.now() + contract.deadlineMs);
    return withSpan(`call ${contract.owner}.${contract.method}`, { role: 'client' }, async () => {
      let failure = await this.attempt(contract, territory, input, deadline);
      if (failure instanceof Problem && failure.contract === commonErrors.service_unavailable && contract.idempotent) {
        await sleep(Math.min(100, Math.max(0, deadline - Date.now())));
        if (Date.now() < deadline) failure = await this.attempt(contract, territory, input, deadline);
      }
      if (failure instanceof Problem) throw failure;
      return failure.output as RpcOutput<R>;
    });
  }

  private async attempt(contract: RpcContract, territory: string, input: unknown, deadline: number): Promise<Problem | { output: unknown }> {
    const left = deadline - Date.now();
    if (left <= 0) return new Problem(commonErrors.deadline_exceeded);
    const h = headers();
    h.set('up-territory', territory);
    h.set('up-deadline', String(deadline));
    const traceparent = currentTraceparent();
    if (traceparent) h.set('traceparent', traceparent);
    let message: Msg;
    try {
      message = await this.link.nc.request(rpcSubject(this.pod, contract), encode(input), { timeout: left, headers: h });
    } catch (error) {
      const cause = error instanceof RequestError ? (error.cause ?? error) : error;
      if (cause instanceof TimeoutError) return new Problem(commonErrors.deadline_exceeded);
      if (nobodyThere.some((kind) => cause instanceof kind)) return new Problem(commonErrors.service_unavailable);
      this.log.error({ rpc: `${contract.owner}.${contract.method}`, error: reasonOf(error) }, 'a call could not be sent');
      return new Problem(commonErrors.internal_error);
    }
    return this.read(contract, message);
  }

  private read(contract: RpcContract, message: Msg): Problem | { output: unknown } {
    try {
      const reply = rpcReply.parse(decode(message.data));
      return 'error' in reply ? problemOf(reply.error) : { output: contract.output.parse(reply.ok) };
    } catch (error) {
      this.log.error({ rpc: `${contract.owner}.${contract.method}`, error: reasonOf(error) }, 'the answer does not fit its contract');
      return new Problem(commonErrors.internal_error);
    }
  }
}
