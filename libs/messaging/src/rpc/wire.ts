import { allErrors, commonErrors, fieldFault, Problem } from '@unityplan/contracts';
import { z } from 'zod';

/** The answer to a call on the wire. */
export const rpcReply = z.union([
  z.object({ ok: z.unknown() }).refine((reply) => 'ok' in reply),
  z.object({ error: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()).default({}), faults: z.array(fieldFault).optional() }) }),
]);

export const encode = (value: unknown): string => JSON.stringify(value);
/** Throws for bytes that are no UTF-8 or no JSON. */
export function decode(data: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(data));
}

/** A failure as it travels. What is no Problem stays inside: the caller learns only that something went wrong. */
export function errorReply(error: unknown): { error: { code: string; params: object; faults?: readonly object[] } } {
  if (!(error instanceof Problem)) return { error: { code: commonErrors.internal_error.code, params: {} } };
  return { error: { code: error.contract.code, params: error.params, ...(error.faults ? { faults: error.faults } : {}) } };
}

/** The Problem that the other side threw. */
export function problemOf(error: { code: string; params: Record<string, unknown>; faults?: { path: string; message: string }[] | undefined }): Problem {
  return new Problem(allErrors[error.code] ?? commonErrors.internal_error, error.params, error.faults);
}
