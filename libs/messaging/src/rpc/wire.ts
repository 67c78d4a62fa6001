import { allErrors, commonErrors, fieldFault, Problem } from '@unityplan/contracts';
import { isAway, isTerritoryError } from '@unityplan/territory';
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

/**
 * A failure as it travels. What is no Problem stays inside: the caller learns only whether it passes (a database is away, or this process has
 * not heard yet of a territory that has just opened) or something went wrong.
 */
export function errorReply(error: unknown): { error: { code: string; params: object; faults?: readonly object[] } } {
  if (!(error instanceof Problem)) {
    const passes = isAway(error) || isTerritoryError(error, 'TERRITORY_UNKNOWN') || isTerritoryError(error, 'TERRITORY_NOT_HERE');
    return { error: { code: (passes ? commonErrors.service_unavailable : commonErrors.internal_error).code, params: {} } };
  }
  return { error: { code: error.contract.code, params: error.params, ...(error.faults ? { faults: error.faults } : {}) } };
}

/** The Problem that the other side threw. */
export function problemOf(error: { code: string; params: Record<string, unknown>; faults?: { path: string; message: string }[] | undefined }): Problem {
  return new Problem(allErrors[error.code] ?? commonErrors.internal_error, error.params, error.faults);
}
