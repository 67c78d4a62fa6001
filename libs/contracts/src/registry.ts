import { isErrorList, type ErrorContract } from './kernel/errors.ts';
import type { EventContract } from './kernel/events.ts';
import type { RouteContract } from './kernel/routes.ts';
import type { RpcContract } from './kernel/rpc.ts';
import { commonErrors } from './kernel/common-errors.ts';
import * as owners from './owners.ts';

const exported: unknown[] = Object.values(owners).flatMap((owner) => Object.values(owner));
const ofKind = <T>(kind: string): T[] =>
  exported.filter((item): item is T => typeof item === 'object' && item !== null && 'kind' in item && item.kind === kind);

/** Every event, RPC and route of the platform: documentation, subjects and checks derive from these. */
export const allEvents = ofKind<EventContract>('event');
export const allRpcs = ofKind<RpcContract>('rpc');
export const allRoutes = ofKind<RouteContract>('route');

/** Every error code with its texts. */
export const allErrors: Readonly<Record<string, ErrorContract>> = Object.assign({}, commonErrors, ...exported.filter(isErrorList));
