import { allEvents, allRpcs, eventKey } from '@unityplan/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractOf, durableOf, eventFilter, eventSubject, rpcSubject, streamOf, SubjectError, wakeSubject, type EventAddress } from './subjects.ts';

const subject = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/;
const at = (over: Partial<EventAddress>): EventAddress => ({ scope: 'territory', pod: 'dk', territory: 'DK', event: 'topic.created', ...over });

/** Does a filter with `*` match? */
const matches = (filter: string, text: string) => {
  const [f, t] = [filter.split('.'), text.split('.')];
  return f.length === t.length && f.every((token, i) => token === '*' || token === t[i]);
};

describe('subjects', () => {
  it('are scope, origin, domain, action', () => {
    expect(eventSubject(at({}))).toBe('territory.dk.topic.created');
    expect(eventSubject(at({ territory: 'HAIDA-FN-CA', event: 'topic.created.v2' }))).toBe('territory.haida-fn-ca.topic.created.v2');
    expect(eventSubject(at({ scope: 'global', pod: 'no', territory: 'global', event: 'badge.defined' }))).toBe('global.no.badge.defined');
    expect(eventSubject(at({ scope: 'cross', target: 'NO', event: 'message.sent' }))).toBe('cross.dk.no.message.sent');
    expect(rpcSubject('dk', { owner: 'user', method: 'get_people' })).toBe('rpc.dk.user.get_people');
    expect(wakeSubject('dk', 'websocket', 'stream.dk')).toBe('wake.dk.websocket.stream.dk');
    expect(streamOf('territory', 'haida-fn-ca')).toEqual({ name: 'TERRITORY_HAIDA_FN_CA', subjects: ['territory.>'] });
    expect(streamOf('global', 'no').subjects).toEqual(['global.no.>']);
    expect(durableOf('matrix-gateway')).toBe('matrix-gateway');
  });

  it('exist for every contract, and its filter catches them', () => {
    for (const event of allEvents) {
      const text = eventSubject(at({ scope: event.scope, event: eventKey(event), target: 'NO' }));
      expect(text).toMatch(subject);
      expect(matches(eventFilter(event), text)).toBe(true);
      expect(allEvents.filter((other) => matches(eventFilter(other), text))).toEqual([event]);
      expect(contractOf(eventKey(event))).toBe(event);
    }
    for (const rpc of allRpcs) expect(rpcSubject('dk', rpc)).toMatch(subject);
  });

  it('never take in what somebody typed', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom('*', '>', 'a.*', 'topic.>', 'a b.c', 'topic.created.', '.topic.created', 'topic.created.v0', '', 'DK', 'dk.')), fc.constantFrom('pod', 'event', 'topic', 'durable', 'method'), (text, place) => {
      const build = () => {
        if (place === 'pod') return eventSubject(at({ scope: 'global', pod: text }));
        if (place === 'event') return eventSubject(at({ event: text }));
        if (place === 'topic') return wakeSubject('dk', 'forum', text);
        if (place === 'method') return rpcSubject('dk', { owner: 'user', method: text });
        return durableOf(text);
      };
      try {
        const built = build();
        expect(built).toMatch(subject);
        expect(built).not.toMatch(/[*>\s]/);
        if (place === 'durable') expect(built).not.toContain('.');
        if (place === 'event') expect(built.split('.').length).toBeLessThanOrEqual(5);
      } catch (error) {
        expect(error).toBeInstanceOf(SubjectError);
      }
    }), { numRuns: 500 });
  });

  it('refuse what is no territory', () => {
    for (const territory of ['global', '*', '', 'dk.no', 'a b']) expect(() => eventSubject(at({ territory }))).toThrow();
  });
});
