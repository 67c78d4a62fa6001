import type { RouteContract } from '@unityplan/contracts';
import { toJsonSchema, type JsonSchema } from './json-schema.ts';

/** The parameters of a route: its path's, its query's, and `Idempotency-Key` where the route knows one. */
export function parametersOf(route: RouteContract, refs: Parameters<typeof toJsonSchema>[2]): JsonSchema[] {
  const key: JsonSchema = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'A fresh UUID per intended change: the same key with the same body gives the first answer again',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  };
  return [
    ...fieldsOf(toJsonSchema(route.params, 'input', refs), 'path'),
    ...fieldsOf(toJsonSchema(route.query, 'input', refs), 'query'),
    ...(route.idempotencyKey ? [key] : []),
  ];
}

function fieldsOf(shape: JsonSchema, place: 'path' | 'query'): JsonSchema[] {
  const required = (shape['required'] ?? []) as string[];
  return Object.entries((shape['properties'] ?? {}) as Record<string, JsonSchema>).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description !== undefined && { description }),
    schema,
  }));
}
