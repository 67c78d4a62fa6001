import { defineEvent, exampleId, forum, user } from '@unityplan/contracts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HandlerTable } from './handler-table.ts';

const noop = async () => undefined;
const table = (service = 'notification') => new HandlerTable(service, { rpcs: [user.getPeople] });

describe('at boot', () => {
  it('one handler each is fine', () => {
    const handlers = table();
    handlers.add('x', noop, { kind: 'handles', contract: forum.topicCreated });
    handlers.add('y', noop, { kind: 'hears', contract: forum.topicCreated });
    expect(() => handlers.check()).not.toThrow();
  });
  it('a second handler of an event stops the process', () => {
    const handlers = table();
    handlers.add('x', noop, { kind: 'handles', contract: forum.topicCreated });
    handlers.add('x', noop, { kind: 'handles', contract: forum.topicCreated });
    expect(() => handlers.check()).toThrow('two handlers for topic.created');
  });
  it('an unknown event stops it', () => {
    const handlers = table();
    const unknown = defineEvent({ name: 'moon.landed', version: 1, scope: 'territory', owner: 'moon', orderBy: 'id', personal: [], about: '', payload: z.object({ id: z.uuid() }), example: { id: exampleId(1) } });
    handlers.add('x', noop, { kind: 'handles', contract: unknown });
    expect(() => handlers.check()).toThrow('moon.landed');
  });
  it('a call without a handler stops its owner, two handlers as well, and a foreign one', () => {
    expect(() => table('user').check()).toThrow('nothing answers user.get_people');
    const handlers = table('user');
    handlers.add('x', noop, { kind: 'answers', contract: user.getPeople });
    expect(() => handlers.check()).not.toThrow();
    handlers.add('x', noop, { kind: 'answers', contract: user.getPeople });
    expect(() => handlers.check()).toThrow('two handlers for user.get_people');
    const foreign = table('forum');
    foreign.add('x', noop, { kind: 'answers', contract: user.getPeople });
    expect(() => foreign.check()).toThrow('user answers it');
  });
  it('Nest’s own decorators stop it', () => {
    const handlers = table();
    handlers.add('topic.created', noop, {});
    expect(() => handlers.check()).toThrow('use @Handles');
  });
});
