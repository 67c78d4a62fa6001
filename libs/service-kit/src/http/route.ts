import { applyDecorators, createParamDecorator, HttpCode, RequestMapping, RequestMethod, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { bodyTypeOf, commonErrors, Problem, type FieldFault, type RouteContract, type RouteInput } from '@unityplan/contracts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CallContext } from '../auth/call-context.ts';

/** All routes of the platform lie below this path. */
export const apiPrefix = '/api/v1';
const contractKey = 'unityplan:route';
const openKey = 'unityplan:open';
const gatewayKey = 'unityplan:from-gateway';

/** Binds a controller method to its contract: method, path, status, access, validation and documentation follow from it. */
export function Route(contract: RouteContract): MethodDecorator {
  return applyDecorators(
    RequestMapping({ method: RequestMethod[contract.method], path: apiPrefix + contract.path.replace(/\{(\w+)\}/g, ':$1') }),
    HttpCode(contract.status),
    RouteConfig({ accepts: bodyTypeOf(contract), maxBodyBytes: contract.maxBodyBytes }),
    SetMetadata(contractKey, contract),
  );
}

/** Marks a method outside the API that anyone on the service's own network may call (health, metrics). Needs a reason in words. */
export function Open(reason: string): MethodDecorator {
  return SetMetadata(openKey, reason);
}

/** Marks a method outside the API that the gateway alone may call: it says which territory, signed, and nobody is signed in. Needs a reason in words. */
export function FromGateway(reason: string): MethodDecorator {
  return SetMetadata(gatewayKey, reason);
}

export function isFromGateway(handler: object): boolean {
  return Reflect.getMetadata(gatewayKey, handler) !== undefined;
}

export function contractOf(handler: object): RouteContract | undefined {
  return Reflect.getMetadata(contractKey, handler) as RouteContract | undefined;
}

/** True when a handler says who may call it, one way or the other. */
export function declaresAccess(handler: object): boolean {
  return contractOf(handler) !== undefined || isFromGateway(handler) || Reflect.getMetadata(openKey, handler) !== undefined;
}

/** The three parsed parts of the request, as the contract of the method describes them. */
export const In = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const contract = contractOf(context.getHandler());
  if (!contract) throw new Error(`${context.getHandler().name}: @In needs @Route`);
  return parseInput(contract, context.switchToHttp().getRequest<FastifyRequest>());
});

/** Who calls, from where and in which language. For a `member` route `member` is always there. */
export const Ctx = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => (context.switchToHttp().getRequest<FastifyRequest>() as FastifyRequest & { call: CallContext }).call,
);

/** Parses params, query and body; throws `input_invalid` with every fault, named by its place. */
export function parseInput<R extends RouteContract>(contract: R, request: Pick<FastifyRequest, 'params' | 'query' | 'body'>): RouteInput<R> {
  const faults: FieldFault[] = [];
  const part = (name: 'params' | 'query' | 'body', value: unknown): unknown => {
    const parsed = contract[name].safeParse(value);
    if (!parsed.success) faults.push(...faultsOf(name, parsed.error));
    return parsed.data;
  };
  const body = contract.body instanceof z.ZodUndefined ? undefined : part('body', request.body ?? {});
  const input = { params: part('params', request.params ?? {}), query: part('query', request.query ?? {}), body };
  if (faults.length) throw new Problem(commonErrors.input_invalid, {}, faults);
  return input as RouteInput<R>;
}

function faultsOf(part: string, error: z.ZodError): FieldFault[] {
  return error.issues.slice(0, 20).map((issue) => ({ path: [part, ...issue.path.map(String)].join('.'), message: issue.message }));
}
