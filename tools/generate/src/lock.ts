import { allErrors, allEvents, allRoutes, allRpcs, eventKey, websocket } from '@unityplan/contracts';
import { isEmpty, toJsonSchema, type JsonSchema } from './json-schema.ts';
import { nameShapes } from './named-shapes.ts';
import { sortedDeep } from './stable.ts';

/** What others rely on, by contract: `event topic.created`, `route getTopic`, `rpc user.get_people`, `error not_found`. */
export type Lock = Record<string, JsonSchema>;

/** The promises of all contracts as they stand in the code. Texts for people are left out: they may change freely. */
export function lockOfContracts(): Lock {
  nameShapes();
  const shape = (...[schema, io]: Parameters<typeof toJsonSchema>) => (isEmpty(schema) ? null : inline(toJsonSchema(schema, io)));
  const lock: Lock = {};
  for (const event of allEvents)
    lock[`event ${eventKey(event)}`] = { scope: event.scope, orderBy: event.orderBy, payload: shape(event.payload, 'output') };
  for (const rpc of allRpcs)
    lock[`rpc ${rpc.owner}.${rpc.method}`] = { idempotent: rpc.idempotent, input: shape(rpc.input, 'input'), output: shape(rpc.output, 'output') };
  for (const route of allRoutes) {
    const { method, path, access, status, idempotencyKey } = route;
    const shapes = { params: shape(route.params, 'input'), query: shape(route.query, 'input'), body: shape(route.body, 'input'), answer: shape(route.answer, 'output') };
    lock[`route ${route.id}`] = { method, path, access, status, idempotencyKey, ...shapes };
  }
  for (const error of Object.values(allErrors)) lock[`error ${error.code}`] = { status: error.status };
  // Message by message, so that a new kind of message is a new contract, which whoever does not know it ignores.
  for (const option of websocket.clientMessage.options) lock[`live client ${option.shape.type.value}`] = inline(toJsonSchema(option, 'input'));
  for (const option of websocket.serverMessage.options) lock[`live server ${option.shape.type.value}`] = inline(toJsonSchema(option, 'output'));
  return sortedDeep(lock) as Lock;
}

const forPeople = new Set(['description', 'title', 'examples', '$defs']);

/** A schema that stands alone: named shapes in place, so that a shape may be named or renamed without changing a promise. */
function inline(schema: JsonSchema): JsonSchema {
  const defs = (schema['$defs'] ?? {}) as Record<string, JsonSchema>;
  const walk = (value: unknown, inside: readonly string[], inProperties = false): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, inside));
    if (typeof value !== 'object' || value === null) return value;
    const { $ref, ...rest } = value as JsonSchema;
    const name = typeof $ref === 'string' ? $ref.replace('#/$defs/', '') : undefined;
    // A shape that contains itself is written once; further in it is told by how many levels up it began.
    if (name !== undefined && inside.includes(name)) return { 'x-again': inside.length - inside.indexOf(name), ...rest };
    const whole = name !== undefined ? { ...defs[name], ...rest } : (value as JsonSchema);
    const within = name !== undefined ? [...inside, name] : inside;
    const kept = Object.entries(whole).filter(([key]) => inProperties || !forPeople.has(key));
    return Object.fromEntries(kept.map(([key, item]) => [key, walk(item, within, key === 'properties' && !inProperties)]));
  };
  return walk(schema, []) as JsonSchema;
}
