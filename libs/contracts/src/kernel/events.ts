import { z } from 'zod';

/** Where an event may travel: inside its pod only, to all pods, or between two named territories. */
export type EventScope = 'territory' | 'global' | 'cross';

/** An event declared once; subject, types, streams, documentation and test data derive from it. */
export interface EventContract<Name extends string = string, P extends z.ZodObject = z.ZodObject> {
  readonly kind: 'event';
  /** `domain.action`: singular noun and past tense, e.g. `topic.created`. */
  readonly name: Name;
  readonly version: number;
  readonly scope: EventScope;
  /** The service that publishes it. */
  readonly owner: string;
  /** The payload field whose value is the aggregate: events of one aggregate arrive in the order they were committed. */
  readonly orderBy: string;
  /** Payload fields that say who someone is. Anything listed here may not leave the pod. */
  readonly personal: readonly string[];
  readonly about: string;
  readonly payload: P;
  readonly example: z.output<P>;
}

/** An event as it arrives at a handler. Times are ISO 8601 in UTC; `seq` counts within the aggregate from 1. */
export interface EventEnvelope<P = unknown> {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly territory: string;
  readonly aggregate: string;
  readonly seq: number;
  readonly time: string;
  readonly traceparent?: string;
  readonly payload: P;
}

export type PayloadOf<E extends EventContract> = z.output<E['payload']>;
export type EventOf<E extends EventContract> = EventEnvelope<PayloadOf<E>>;

const eventName = /^[a-z][a-z_]*\.[a-z][a-z_]*$/;
// Names under which personal data has leaked through event buses elsewhere.
const personalNames = /^(e_?mail|(first|last|full|display|user)_?name|phone|address|birth.*|password|token|secret|ip|ip_?address|user_?agent)$/i;

/**
 * Declares an event. Throws at load when the name is not `domain.action`, the example does not fit its own schema,
 * `orderBy` is no payload field, or a field looks personal without being listed.
 */
export function defineEvent<const Name extends string, P extends z.ZodObject>(
  event: Omit<EventContract<Name, P>, 'kind'>,
): EventContract<Name, P> {
  const fields = Object.keys(event.payload.shape);
  if (!eventName.test(event.name)) throw new Error(`event ${event.name}: a name is domain.action in lower case`);
  if (!fields.includes(event.orderBy)) throw new Error(`event ${event.name}: orderBy names no payload field: ${event.orderBy}`);
  for (const field of fields)
    if (personalNames.test(field) && !event.personal.includes(field))
      throw new Error(`event ${event.name}: field ${field} looks personal; carry an id instead, or list it under personal`);
  const checked = event.payload.safeParse(event.example);
  if (!checked.success) throw new Error(`event ${event.name}: its example does not fit: ${z.prettifyError(checked.error)}`);
  return { kind: 'event', ...event };
}

/** `topic.created`, or `topic.created.v2` from the second version on: the part of a subject after its origin. */
export function eventKey(event: Pick<EventContract, 'name' | 'version'>): string {
  return event.version === 1 ? event.name : `${event.name}.v${event.version}`;
}
