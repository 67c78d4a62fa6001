import { Catch, UseFilters, type ExceptionFilter } from '@nestjs/common';
import { Ctx, EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import { eventKey, type EventContract, type EventOf, type RpcContract } from '@unityplan/contracts';
import { throwError } from 'rxjs';
import type { z } from 'zod';
import type { AnswerContext } from '../rpc/rpc-server.ts';

/* eslint-disable @typescript-eslint/no-explicit-any -- method types are checked by the decorators' own signatures */

/** What our handlers are, in Nest's `extras`. */
export interface HandlerExtras {
  readonly kind: 'handles' | 'hears' | 'answers';
  readonly contract: EventContract | RpcContract;
}
/** What a handler of many is in Nest's `extras`: one for all its patterns. */
export interface ManyExtras {
  readonly kind: 'handles';
  readonly contracts: ReadonlyMap<string, EventContract>;
}

type Returned<T> = T | Promise<T>;
/** A typed method decorator: it does not compile on a method of another shape. */
type Decorates<M extends (...args: any[]) => unknown> = <T extends M>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<T>) => void;

/** Nest would replace whatever a handler throws by "Internal server error"; ours must arrive as thrown. */
class AsThrown implements ExceptionFilter {
  catch(error: unknown) {
    return throwError(() => error);
  }
}
Catch()(AsThrown); // called, not written as a decorator: Node runs this file as it is
const asThrown = UseFilters(new AsThrown());

function handler(pattern: (target: object, key: any, descriptor: any) => unknown): Decorates<any> {
  return (target, key, descriptor: any) => {
    // Without parameter decorators Nest 12 passes the payload alone; these two say: (data, context).
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    asThrown(target, key, descriptor);
    pattern(target, key, descriptor);
  };
}

/**
 * A method of a controller that handles an event, exactly once, in the order of its aggregate. What it does with `tx`
 * commits together with the record that it was done. Throwing means: try again later; a Problem of 4xx means: never.
 */
export function Handles<E extends EventContract>(contract: E): Decorates<(event: EventOf<E>, tx: any) => Returned<unknown>> {
  const extras: HandlerExtras = { kind: 'handles', contract };
  return handler(EventPattern(`handles ${eventKey(contract)}`, extras));
}

/**
 * The same for a method that takes many at once: all events of these contracts that came together, in their order, at least one. For
 * work that costs little more for many than for one. When it throws, each is tried again alone.
 */
export function HandlesAll<E extends EventContract>(contracts: readonly E[]): Decorates<(events: readonly EventOf<E>[], tx: any) => Returned<unknown>> {
  const extras: ManyExtras = { kind: 'handles', contracts: new Map(contracts.map((contract) => [`handles ${eventKey(contract)}`, contract])) };
  return handler(EventPattern([...extras.contracts.keys()] as never, extras));
}

/** A method that hears an event in every process, at most once and without a transaction: for forgetting caches. */
export function Hears<E extends EventContract>(contract: E): Decorates<(event: EventOf<E>) => Returned<unknown>> {
  const extras: HandlerExtras = { kind: 'hears', contract };
  return handler(EventPattern(`hears ${eventKey(contract)}`, extras));
}

/** A method that answers a call of another service. A Problem it throws arrives there as a Problem. */
export function Answers<R extends RpcContract>(
  contract: R,
): Decorates<(input: z.output<R['input']>, context: AnswerContext) => Returned<z.input<R['output']>>> {
  const extras: HandlerExtras = { kind: 'answers', contract };
  return handler(MessagePattern(`answers ${contract.owner}.${contract.method}`, extras));
}
