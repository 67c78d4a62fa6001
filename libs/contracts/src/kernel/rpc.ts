import { z } from 'zod';
import type { ErrorContract } from './errors.ts';

/** A call between services over NATS, declared once. Only idempotent calls are ever retried. */
export interface RpcContract<Method extends string = string, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'rpc';
  /** The service that answers. */
  readonly owner: string;
  /** snake_case verb phrase; the subject is `rpc.<pod>.<owner>.<method>`. */
  readonly method: Method;
  readonly about: string;
  readonly input: I;
  readonly output: O;
  readonly errors: readonly ErrorContract[];
  /** Milliseconds after which the caller gives up. */
  readonly deadlineMs: number;
  readonly idempotent: boolean;
  readonly example: { readonly input: z.input<I>; readonly output: z.input<O> };
}

export type RpcInput<R extends RpcContract> = z.output<R['input']>;
export type RpcOutput<R extends RpcContract> = z.output<R['output']>;

/** Declares an RPC. Throws at load when an example does not fit its schema. */
export function defineRpc<const Method extends string, I extends z.ZodType, O extends z.ZodType>(
  rpc: Omit<RpcContract<Method, I, O>, 'kind'>,
): RpcContract<Method, I, O> {
  if (!/^[a-z][a-z_]*$/.test(rpc.method)) throw new Error(`rpc ${rpc.owner}.${rpc.method}: a method is snake_case`);
  for (const side of ['input', 'output'] as const) {
    const checked = rpc[side].safeParse(rpc.example[side]);
    if (!checked.success) throw new Error(`rpc ${rpc.owner}.${rpc.method}: its ${side} example does not fit: ${z.prettifyError(checked.error)}`);
  }
  return { kind: 'rpc', ...rpc };
}
