import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EnvelopeError, fromMessage, toHeaders, type WireEvent } from './envelope.ts';

const event: WireEvent = { id: '01900000-0000-7000-8000-000000000001', event: 'topic.created', source: 'dk/DK/forum', territory: 'DK', aggregate: 'a', seq: 1, time: '2026-11-21T00:00:00.000Z', payload: { x: 1 } };
const data = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('the envelope', () => {
  it('comes out as it went in, whatever the aggregate is called', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 1 }), fc.jsonValue(), (aggregate, seq, payload) => {
      const sent = { ...event, aggregate, seq, payload: payload ?? null };
      expect(fromMessage({ headers: toHeaders(sent), data: data(sent.payload) })).toEqual(JSON.parse(JSON.stringify(sent)));
    }));
  });
  it('refuses what is no event', () => {
    expect(() => fromMessage({ data: data({}) })).toThrow(EnvelopeError);
    expect(() => fromMessage({ headers: toHeaders({ ...event, seq: 0 }), data: data({}) })).toThrow(EnvelopeError);
    expect(() => fromMessage({ headers: toHeaders(event), data: new Uint8Array([0xff]) })).toThrow(EnvelopeError);
  });
  it('refuses what its subject gives to another territory or event', () => {
    const at = (subject: string, territory = 'DK') => () => fromMessage({ subject, headers: toHeaders({ ...event, territory }), data: data({}) });
    expect(at('territory.dk.topic.created')()).toMatchObject({ territory: 'DK', event: 'topic.created' });
    for (const subject of ['territory.no.topic.created', 'territory.dk.post.created', 'territory.dk.topic.created.v2', 'territory.topic.created']) expect(at(subject)).toThrow(EnvelopeError);
    for (const territory of ['', 'global', 'dk.no', '*']) expect(at('territory.dk.topic.created', territory)).toThrow(EnvelopeError);
  });
});
