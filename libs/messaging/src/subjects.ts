/**
 * The only builder of subjects, stream and durable names. Every token is checked against a closed grammar, so nothing a
 * user typed, and no `*` or `>`, can become part of a subject.
 */
import { allEvents, eventKey, type EventContract, type EventScope, type RpcContract } from '@unityplan/contracts';
import { namesOf } from '@unityplan/territory/names';

const token = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const key = /^[a-z][a-z_]*\.[a-z][a-z_]*(\.v[1-9]\d*)?$/;
const method = /^[a-z][a-z_]*$/;

/** Thrown when something that is no token was about to become part of a subject. */
export class SubjectError extends Error {
  constructor(what: string, text: unknown) {
    super(`${JSON.stringify(String(text).slice(0, 60))} is no ${what} and cannot be part of a subject`);
    this.name = 'SubjectError';
  }
}

function checked(what: string, pattern: RegExp, text: string): string {
  if (typeof text !== 'string' || !pattern.test(text)) throw new SubjectError(what, text);
  return text;
}
const podToken = (pod: string) => checked('pod id', token, pod);
const upper = (pod: string) => podToken(pod).replaceAll('-', '_').toUpperCase();

/** What the subject of an event is made of; `event` is its key (`topic.created`, `topic.created.v2`). */
export interface EventAddress {
  readonly scope: EventScope;
  readonly pod: string;
  readonly territory: string;
  /** Only for `cross`: the territory it goes to. */
  readonly target?: string | null;
  readonly event: string;
}

/** `territory.dk.topic.created` · `global.<pod>.badge.defined` · `cross.dk.no.message.sent`. */
export function eventSubject(at: EventAddress): string {
  const event = checked('event', key, at.event);
  if (at.scope === 'territory') return `territory.${namesOf(at.territory).subjectToken}.${event}`;
  if (at.scope === 'global') return `global.${podToken(at.pod)}.${event}`;
  if (at.scope === 'cross') return `cross.${namesOf(at.territory).subjectToken}.${namesOf(at.target ?? '').subjectToken}.${event}`;
  throw new SubjectError('scope', at.scope);
}

/** The filter that catches an event from every origin: `territory.*.topic.created`. */
export function eventFilter(contract: Pick<EventContract, 'name' | 'version' | 'scope'>): string {
  const event = checked('event', key, eventKey(contract));
  return contract.scope === 'cross' ? `cross.*.*.${event}` : `${contract.scope}.*.${event}`;
}

/** `rpc.<pod>.<service>.<method>` */
export function rpcSubject(pod: string, contract: Pick<RpcContract, 'owner' | 'method'>): string {
  return `rpc.${podToken(pod)}.${checked('service', token, contract.owner)}.${checked('method', method, contract.method)}`;
}
/** All calls to a service: `rpc.<pod>.<service>.*`. */
export function rpcFilter(pod: string, service: string): string {
  return `rpc.${podToken(pod)}.${checked('service', token, service)}.*`;
}

/** `wake.<pod>.<service>.<topic>`; the topic is one or more lower-case tokens (`stream`, `stream.dk`). */
export function wakeSubject(pod: string, service: string, topic: string): string {
  const tokens = topic.split('.').map((part) => checked('wake topic', token, part));
  return `wake.${podToken(pod)}.${checked('service', token, service)}.${tokens.join('.')}`;
}

/** Where the pod that uses an account answers those that would use it too. */
export const claimSubject = 'claim.pod';

/** The stream that carries a scope of this pod, e.g. `TERRITORY_DK`, and the subjects it captures. */
export function streamOf(scope: EventScope, pod: string): { readonly name: string; readonly subjects: string[] } {
  const subjects = { territory: ['territory.>'], global: [`global.${podToken(pod)}.>`], cross: ['cross.>'] }[scope];
  if (!subjects) throw new SubjectError('scope', scope);
  return { name: `${scope.toUpperCase()}_${upper(pod)}`, subjects };
}

/** The durable of a service: its name. */
export function durableOf(service: string): string {
  return checked('service', token, service);
}

const known = new Map<string, EventContract>(allEvents.map((event) => [eventKey(event), event]));
/** The contract behind an event key; undefined when the platform has no such event. */
export function contractOf(event: string): EventContract | undefined {
  return known.get(event);
}
