import { commonErrors, type ErrorContract, type RouteContract } from '@unityplan/contracts';
import type { JsonSchema } from './json-schema.ts';

/** Every error a route may answer: its own and those that any route of its kind shares. */
function errorsOf(route: RouteContract): ErrorContract[] {
  const shared = [commonErrors.input_invalid, commonErrors.too_many_requests, commonErrors.internal_error];
  const all = [...route.errors, ...shared, ...(route.access !== 'public' ? [commonErrors.not_signed_in] : [])];
  return [...new Map(all.map((error) => [error.code, error])).values()].sort((a, b) => a.status - b.status || (a.code < b.code ? -1 : 1));
}

/** OpenAPI responses for them, one per status, naming each code. */
export function problemResponses(route: RouteContract): Record<string, JsonSchema> {
  const byStatus = Map.groupBy(errorsOf(route), (error) => String(error.status));
  return Object.fromEntries(
    [...byStatus].map(([status, errors]) => [
      status,
      {
        description: errors.map((error) => `\`${error.code}\`: ${error.title.en}`).join('\n'),
        'x-codes': errors.map((error) => error.code),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}
