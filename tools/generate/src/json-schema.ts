import { z } from 'zod';

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = { [keyword: string]: unknown };
export type Direction = 'input' | 'output';

const safe = Number.MAX_SAFE_INTEGER;

/** Whether a zod schema stands for "nothing is sent" (`empty` of the contracts). */
export const isEmpty = (schema: z.ZodType): boolean => schema._zod.def.type === 'undefined';

/**
 * JSON Schema of a zod schema. Shapes that were named (see `named-shapes.ts`) become `$ref`s below `refs`, and are
 * handed to `collect`; without `refs` they stay under `$defs`.
 */
export function toJsonSchema(schema: z.ZodType, io: Direction, refs?: { base: string; collect: (name: string, shape: JsonSchema) => void }): JsonSchema {
  const made = z.toJSONSchema(schema, { io, override: tidy }) as JsonSchema;
  delete made['$schema'];
  const defs = made['$defs'] as Record<string, JsonSchema> | undefined;
  if (!refs || !defs) return made;
  delete made['$defs'];
  for (const [name, shape] of Object.entries(defs)) refs.collect(name, moveRefs(shape, refs.base) as JsonSchema);
  return moveRefs(made, refs.base) as JsonSchema;
}

function tidy({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void {
  const json = jsonSchema;
  // A format says it already; zod's expansion of it is unreadable and changes with zod's version.
  if (typeof json['format'] === 'string') delete json['pattern'];
  if (json['minimum'] === -safe) delete json['minimum'];
  if (json['maximum'] === safe) delete json['maximum'];
  // Optional fields may be added to any answer, so a reader must not refuse unknown ones.
  if (json['additionalProperties'] === false) delete json['additionalProperties'];
  if (json['const'] !== undefined && json['type'] === undefined) json['type'] = typeof json['const'];
  delete json['id'];
  if (isTextualBoolean(zodSchema)) json['type'] = 'boolean';
}

/** `z.stringbool()`: a query carries it as text, but whoever calls means true or false. */
function isTextualBoolean(schema: z.core.$ZodTypes): boolean {
  const { def } = schema._zod;
  if (def.type === 'default' || def.type === 'optional') return isTextualBoolean(def.innerType as z.core.$ZodTypes);
  return def.type === 'pipe' && (def.in as z.core.$ZodTypes)._zod.def.type !== 'boolean' && (def.out as z.core.$ZodTypes)._zod.def.type === 'boolean';
}

function moveRefs(value: unknown, base: string): unknown {
  if (Array.isArray(value)) return value.map((item) => moveRefs(item, base));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' ? item.replace('#/$defs/', base) : moveRefs(item, base),
    ]),
  );
}
