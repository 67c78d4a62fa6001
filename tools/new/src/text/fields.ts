import { Refusal } from '../refusal.ts';

/** What a payload may hold: as zod in the contract, as an example, and as a column's type when events are kept by it. */
const types: Readonly<Record<string, { zod: string; needs?: 'id' | 'instant' | 'territoryId'; example: (n: number) => string; sql: string }>> = {
  id: { zod: 'id', needs: 'id', example: (n) => `exampleId(${n})`, sql: 'uuid' },
  text: { zod: 'z.string()', example: (n) => `'text ${n}'`, sql: 'text' },
  int: { zod: 'z.int()', example: (n) => `${n}`, sql: 'int' },
  boolean: { zod: 'z.boolean()', example: () => 'true', sql: 'boolean' },
  instant: { zod: 'instant', needs: 'instant', example: () => "'2026-11-21T12:00:00.000Z'", sql: 'timestamptz' },
  territory: { zod: 'territoryId', needs: 'territoryId', example: () => "'DK'", sql: 'text' },
};

/** A field of a payload: `memberId:id`. */
export interface Field {
  readonly name: string;
  readonly type: string;
}

/** Reads `memberId:id,stars:int`. Throws a Refusal that lists the types. */
export function readFields(text: string): Field[] {
  const fields = text.split(',').map((part) => part.trim()).filter(Boolean).map((part): Field => {
    const [name = '', type = 'id', ...more] = part.split(':');
    if (!/^[a-z][A-Za-z0-9]*$/.test(name) || more.length > 0 || !Object.hasOwn(types, type)) throw new Refusal(`--fields does not understand ${JSON.stringify(part)}: write name:type with a camelCase name and one of ${Object.keys(types).join(', ')}, for example memberId:id,stars:int.`);
    return { name, type };
  });
  const twice = fields.find(({ name }, index) => fields.findIndex((other) => other.name === name) !== index);
  if (fields.length === 0 || twice) throw new Refusal(twice ? `--fields names ${twice.name} twice.` : '--fields names no field.');
  return fields;
}

/** The payload as the contract writes it, its example, and what must be imported from `kernel/shapes.ts`. */
export function payloadOf(fields: readonly Field[]): { payload: string; example: string; shapes: string[] } {
  return {
    payload: fields.map(({ name, type }) => `${name}: ${types[type]!.zod}`).join(', '),
    example: fields.map(({ name, type }, index) => `${name}: ${types[type]!.example(index + 1)}`).join(', '),
    shapes: [...new Set(fields.flatMap(({ type }) => types[type]!.needs ?? []))],
  };
}

export const sqlTypeOf = ({ type }: Field): string => types[type]!.sql;
