import { z } from 'zod';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly minimum?: number;
}

const formats: Readonly<Record<string, string>> = { uuid: '01900000-0000-7000-8000-000000000001', 'date-time': '2026-11-21T12:00:00.000Z', uri: 'https://example.org/', date: '2026-11-21' };

/** Something of the shape that a contract describes, for a test; undefined when this finds nothing that fits. */
export function sampleOf(schema: z.ZodType): unknown {
  const made = sample('', z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Schema);
  return schema.safeParse(made).success ? made : undefined;
}

function sample(name: string, schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return schema.anyOf.some(({ type }) => type === 'null') ? null : sample(name, schema.anyOf[0]!);
  switch (schema.type) {
    case 'object': return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, part]) => [key, sample(key, part)]));
    case 'array': return [];
    case 'integer':
    case 'number': return Math.max(1, schema.minimum ?? 1);
    case 'boolean': return true;
    case 'string': return formats[schema.format ?? ''] ?? [`A ${name}`, 'DK', 'a-name', '1'].find((text) => new RegExp(schema.pattern ?? '').test(text));
    default: return null;
  }
}
