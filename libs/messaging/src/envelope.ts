import type { EventEnvelope } from '@unityplan/contracts';
import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { eventSubject } from './subjects.ts';

/** A message that is no event of ours: a header is missing or wrong. Never retried. */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError';
}

/** An event as it travels: everything but the payload is in the headers (CloudEvents 1.0, binary mode). */
export interface WireEvent extends Omit<EventEnvelope<unknown>, 'name' | 'version'> {
  /** Event key, `topic.created.v2`. */
  readonly event: string;
  /** `pod/territory/service` */
  readonly source: string;
}

/** Headers of an event. */
export function toHeaders(event: WireEvent): MsgHdrs {
  const h = headers();
  h.set('ce-specversion', '1.0');
  h.set('ce-id', event.id);
  h.set('ce-source', event.source);
  h.set('ce-type', event.event);
  h.set('ce-time', event.time);
  h.set('content-type', 'application/json');
  h.set('up-territory', event.territory);
  h.set('up-aggregate', encodeURIComponent(event.aggregate));
  h.set('up-seq', String(event.seq));
  if (event.traceparent) h.set('traceparent', event.traceparent);
  return h;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The event in a message. Throws EnvelopeError when it is none; the payload is not yet checked by its contract. */
export function fromMessage(message: { readonly subject?: string; readonly headers?: MsgHdrs; readonly data: Uint8Array }): WireEvent {
  const get = (name: string) => message.headers?.get(name) ?? '';
  const id = get('ce-id');
  if (!uuid.test(id)) throw new EnvelopeError('ce-id is missing or no UUID');
  const seq = Number(get('up-seq'));
  if (!Number.isSafeInteger(seq) || seq < 1) throw new EnvelopeError('up-seq is missing or no positive number');
  if (message.subject !== undefined && !agrees(message.subject, get('up-territory'), get('ce-type'))) throw new EnvelopeError('the subject and the headers name different events or territories');
  const traceparent = get('traceparent');
  return {
    id, seq, event: get('ce-type'), source: get('ce-source'), time: get('ce-time'), territory: get('up-territory'),
    aggregate: decodeURIComponent(get('up-aggregate')), payload: payloadOf(message.data), ...(traceparent ? { traceparent } : {}),
  };
}

/** Who may publish is decided by subject, what is done by headers: a message in which they differ is nobody's. */
function agrees(subject: string, territory: string, event: string): boolean {
  if (!subject.startsWith('territory.')) return true;
  try {
    return subject === eventSubject({ scope: 'territory', pod: '', territory, event });
  } catch {
    return false;
  }
}

function payloadOf(data: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(data));
  } catch {
    throw new EnvelopeError('the payload is no JSON in UTF-8');
  }
}
