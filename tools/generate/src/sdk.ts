import { allErrors, allRoutes, websocket } from '@unityplan/contracts';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { z } from 'zod';
import { toJsonSchema, type JsonSchema } from './json-schema.ts';
import { openapi, shapeCollector } from './openapi.ts';
import { sortedBy, sortedEntries } from './stable.ts';

const banner = '// Generated from libs/contracts by tools/generate. Do not edit: `npm run generate`.\n';

/** The SDK's types: every operation of the OpenAPI document, and the messages of the live protocol. */
export async function sdkTypes(): Promise<string> {
  const document = openapi() as JsonSchema & { components: { schemas: Record<string, JsonSchema> } };
  const { shapes, refs } = shapeCollector();
  const { clientMessage, serverMessage } = websocket;
  toJsonSchema(z.object({ clientMessage }), 'input', refs);
  toJsonSchema(z.object({ serverMessage }), 'output', refs);
  document.components.schemas = Object.fromEntries(sortedEntries({ ...document.components.schemas, ...shapes }));
  dropProblems(document['paths'] as Parameters<typeof dropProblems>[0]);
  // A field with a default may be left out by whoever sends it.
  const options = { defaultNonNullable: false, alphabetize: true, rootTypes: true, rootTypesNoSchemaPrefix: true };
  const types = await openapiTS(document as unknown as OpenAPI3, options);
  return banner + astToString(types);
}

/** Failures are thrown as one class, so types of them per operation would only be weight. */
function dropProblems(paths: Record<string, Record<string, { responses: Record<string, unknown> }>>): void {
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path)))
    operation.responses = Object.fromEntries(Object.entries(operation.responses).filter(([status]) => status < '300'));
}

/** The only thing the SDK needs at run time: method and path of each operation. */
export function sdkRoutes(): string {
  const lines = sortedBy(allRoutes, (route) => route.id).map((route) => `  ${route.id}: '${route.method} ${route.path}',`);
  return `${banner}export const routes = {\n${lines.join('\n')}\n} as const;\n`;
}

/** The codes a caller can meet, as a type, so that a misspelt one does not compile. */
export function sdkCodes(): string {
  const codes = Object.keys(allErrors).sort().map((code) => `  | '${code}'`);
  return `${banner}export type ErrorCode =\n${codes.join('\n')};\n`;
}
