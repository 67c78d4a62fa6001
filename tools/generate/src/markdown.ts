import type { JsonSchema } from './json-schema.ts';

export const notice = 'Generated from `libs/contracts` and the code; do not edit, run `npm run generate`.';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A table in Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))].map((row) => `| ${row.join(' | ')} |`).join('\n');

const formats: Readonly<Record<string, string>> = { uuid: 'id', 'date-time': 'instant', uri: 'address' };
/** How much of what lies inside an object is told; the OpenAPI and AsyncAPI documents tell all of it. */
const deepest = 1;

/** A shape in a few words: `id`, `string[]`, `'a' | 'b'`, `{ topicId: id, reason?: string }`. */
function wordsOf(schema: JsonSchema, depth = 0): string {
  const { type, format, $ref, anyOf, enum: values, const: fixed, items } = schema as { [key: string]: never };
  if ($ref !== undefined) return String($ref).split('/').at(-1)!;
  if (fixed !== undefined) return `'${String(fixed)}'`;
  if (values !== undefined) return (values as unknown[]).map((value) => `'${String(value)}'`).join(' or ');
  if (anyOf !== undefined) return [...new Set((anyOf as JsonSchema[]).map((part) => wordsOf(part, depth)))].join(' or ');
  if (type === 'array') return `${wordsOf((items ?? {}) as JsonSchema, depth)}[]`.replace(/^(.* or .*)\[\]$/, '($1)[]');
  if (type === 'object') return depth > deepest ? 'object' : objectOf(schema, depth);
  if (type === 'null') return 'null';
  return (format && formats[format]) ?? (type ? String(type) : 'anything');
}

function objectOf(schema: JsonSchema, depth: number): string {
  const fields = fieldsOf(schema, depth + 1);
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : 'object';
}

function fieldsOf(schema: JsonSchema, depth: number): string[] {
  const required = (schema['required'] ?? []) as string[];
  return Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>).map(([name, part]) => `${name}${required.includes(name) ? '' : '?'}: ${wordsOf(part, depth)}`);
}

/** The fields of an object, each as code; `(none)` when there is nothing in it. */
export function payloadWords(schema: JsonSchema): string {
  return fieldsOf(schema, 1).map((field) => `\`${field}\``).join(', ') || '(none)';
}
