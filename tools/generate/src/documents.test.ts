import { allErrors, allEvents, allRoutes, allRpcs } from '@unityplan/contracts';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, it } from 'vitest';
import { asyncapi } from './asyncapi.ts';
import type { JsonSchema } from './json-schema.ts';
import { openapi } from './openapi.ts';
import { errorsPage, eventsPage } from './pages.ts';

type Operation = JsonSchema & { operationId: string; responses: Record<string, JsonSchema>; parameters: { name: string; in: string; required: boolean; schema: JsonSchema }[] };
const operations = (): Operation[] => Object.values(openapi()['paths'] as Record<string, Record<string, Operation>>).flatMap((path) => Object.values(path));
const operation = (id: string) => operations().find(({ operationId }) => operationId === id)!;

/** Every `$ref` of a document, and what it points to. */
function refsIn(document: JsonSchema): [string, unknown][] {
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1]!);
  return refs.map((ref) => [ref, ref.split('/').reduce<unknown>((at, key) => (at as JsonSchema | undefined)?.[key], document)]);
}

it('writes a valid OpenAPI 3.1 document', async () => {
  const config = await createConfig({ rules: { struct: 'error', 'no-unresolved-refs': 'error', 'operation-operationId-unique': 'error', 'path-parameters-defined': 'error', 'no-ambiguous-paths': 'error' } });
  const problems = await lintFromString({ source: JSON.stringify(openapi()), config });
  expect(problems.map(({ message, location }) => `${message} ${location[0]?.pointer}`)).toEqual([]);
});

it('has every route once, in a stable order', () => {
  expect(operations().map(({ operationId }) => operationId).sort()).toEqual(allRoutes.map(({ id }) => id).sort());
  const paths = Object.keys(openapi()['paths'] as object);
  expect(paths).toEqual([...paths].sort());
});

it('says what may go wrong, who may call, and which key a call knows', () => {
  const create = operation('createTopic');
  expect(create['x-access']).toBe('member');
  expect(create.parameters).toMatchObject([{ name: 'Idempotency-Key', in: 'header', required: false }]);
  expect(Object.keys(create.responses)).toEqual(['201', '400', '401', '403', '404', '422', '429', '500']);
  expect(create.responses['400']).toMatchObject({ 'x-codes': ['input_invalid'], content: { 'application/problem+json': {} } });
  expect(operation('getTopic').responses).not.toHaveProperty('401');
});

it('calls shapes by their names and leaves out what only zod knows', () => {
  expect(operation('getPost').responses['200']).toMatchObject({ content: { 'application/json': { schema: { $ref: '#/components/schemas/Post' } } } });
  const limit = operation('listNotifications').parameters.find(({ name }) => name === 'limit');
  expect(limit).toMatchObject({ required: false, schema: { type: 'integer' } });
  expect(JSON.stringify(openapi())).not.toMatch(/9007199254740991|additionalProperties":false/);
});

it('writes an AsyncAPI document in which everything referred to exists', () => {
  const document = asyncapi() as JsonSchema & { channels: Record<string, JsonSchema>; operations: Record<string, { reply?: JsonSchema }> };
  expect(refsIn(document).filter(([, target]) => target === undefined)).toEqual([]);
  expect(Object.values(document.operations).filter(({ reply }) => reply)).toHaveLength(allRpcs.length);
  expect(document.channels['topic.created']).toMatchObject({ address: 'territory.{origin}.topic.created', parameters: { origin: {} }, messages: { event: { 'x-owner': 'forum', 'x-order-key': 'topicId' } } });
  expect(Object.keys((document.channels['live'] as { messages: object }).messages)).toContain('server.entry');
});

it('lists every event, call and error on its page', () => {
  for (const event of allEvents) expect(eventsPage()).toContain(`{origin}.${event.name}\``);
  for (const rpc of allRpcs) expect(eventsPage()).toContain(`.${rpc.owner}.${rpc.method}\``);
  for (const code of Object.keys(allErrors)) expect(errorsPage()).toContain(`\`${code}\``);
});
