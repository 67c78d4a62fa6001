import { allErrors, allEvents, allRoutes, allRpcs } from '@unityplan/contracts';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { apiPage } from './api-page.ts';
import { asyncapi } from './asyncapi.ts';
import { errorsPage, errorTexts } from './errors-page.ts';
import { eventsPage } from './events-page.ts';
import { listenersOf } from './handlers.ts';
import type { JsonSchema } from './json-schema.ts';
import { openapi } from './openapi.ts';

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

it('lists every route, event, call and error on its page', () => {
  const [events, api, texts] = [eventsPage(() => ({ handle: [], hear: [] })), apiPage(), [errorsPage(), errorTexts('en'), errorTexts('da')]];
  for (const event of allEvents) expect(events).toContain(`{origin}.${event.name}\``);
  for (const rpc of allRpcs) expect(events).toContain(`.${rpc.owner}.${rpc.method}\``);
  for (const route of allRoutes) expect(api).toContain(`| ${route.method} \`${route.path}\` | \`${route.id}\` |`);
  for (const code of Object.keys(allErrors)) for (const text of texts) expect(text).toContain(code);
});

it('says of an event its scope, order, payload and who handles it', () => {
  const listeners = listenersOf(join(import.meta.dirname, '../../..'));
  const row = eventsPage(listeners).split('\n').find((line) => line.includes('.course.published`'))!;
  expect(row).toContain('| territory | `courseId` |');
  expect(row).toContain('`number: integer`');
  expect(row).toContain('handled by badge; heard by badge, course');
  expect(eventsPage(listeners)).toContain('`newlyMentionedIds: id[]`');
});

it('says of a route who may call it, what it takes and how it can fail', () => {
  const row = apiPage().split('\n').find((line) => line.includes('`createAward`'))!;
  for (const part of ['`territory-manager`', 'body: ', '; key |', '`award_outside_authority`']) expect(row).toContain(part);
});
