import { z } from 'zod';
import { allRoutes, answerTypeOf, bodyTypeOf, problem, type RouteContract } from '@unityplan/contracts';
import { isEmpty, toJsonSchema, type JsonSchema } from './json-schema.ts';
import { nameShapes } from './named-shapes.ts';
import { parametersOf } from './openapi-parameters.ts';
import { problemResponses } from './openapi-problems.ts';
import { sortedBy, sortedEntries } from './stable.ts';

/** Collects named shapes; one name has one shape, whichever way it travels. */
export function shapeCollector() {
  const shapes: Record<string, JsonSchema> = {};
  const collect = (name: string, shape: JsonSchema): void => {
    const known = shapes[name];
    if (known && JSON.stringify(known) !== JSON.stringify(shape))
      throw new Error(`${name} is not the same when sent and when answered; give the contract two shapes`);
    shapes[name] = shape;
  };
  return { shapes, refs: { base: '#/components/schemas/', collect } };
}

/** The OpenAPI 3.1 document of every route the gateway serves. */
export function openapi(): JsonSchema {
  nameShapes();
  const { shapes, refs } = shapeCollector();
  // Every error refers to it, though no route names it as an answer.
  toJsonSchema(z.object({ problem }), 'output', refs);
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of sortedBy(allRoutes, (r) => `${r.path} ${r.method}`)) (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(route, refs);
  const owners = [...new Set(allRoutes.map((route) => route.owner))].sort();
  return {
    openapi: '3.1.0',
    info: { title: 'UnityPlan', version: '1', description: 'What a territory answers at its own host. Generated from libs/contracts; do not edit.', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/api/v1', description: 'The territory whose host is called' }],
    tags: owners.map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(sortedEntries(shapes)),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Access token of a native client (ES256, 15 minutes)' },
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-access', description: 'Set by signing in with a browser. Unsafe methods also need the header `x-unityplan-request: 1`' },
      },
    },
  };
}

type Refs = ReturnType<typeof shapeCollector>['refs'];

function operationOf(route: RouteContract, refs: Refs): JsonSchema {
  const body = isEmpty(route.body) ? undefined : toJsonSchema(route.body, 'input', refs);
  return {
    operationId: route.id,
    tags: [route.owner],
    summary: route.about,
    'x-access': typeof route.access === 'string' ? route.access : 'gate',
    // A public route still reads a session when one is sent, hence the empty alternative.
    security: route.access !== 'public' ? [{ cookie: [] }, { bearer: [] }] : [{}, { cookie: [] }, { bearer: [] }],
    parameters: parametersOf(route, refs),
    ...(body && { requestBody: { required: Object.keys(body).length > 0, content: { [bodyTypeOf(route)]: { schema: body } } } }),
    responses: { [String(route.status)]: success(route, refs), ...problemResponses(route) },
  };
}

function success(route: RouteContract, refs: Refs): JsonSchema {
  if (isEmpty(route.answer)) return { description: 'Done' };
  return { description: 'The answer', content: { [answerTypeOf(route)]: { schema: toJsonSchema(route.answer, 'output', refs) } } };
}
