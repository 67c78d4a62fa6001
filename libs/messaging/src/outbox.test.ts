import { defineEvent, exampleId, forum } from '@unityplan/contracts';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { fitting, Outbox } from './outbox.ts';

describe('what is published', () => {
  it('fits its contract', () => expect(fitting(forum.topicCreated, forum.topicCreated.example)).toEqual(forum.topicCreated.example));
  it('is refused when a field is wrong', () => expect(() => fitting(forum.topicCreated, { ...forum.topicCreated.example, topicId: 'x' })).toThrow('does not fit'));
  it('is refused when it carries more than declared: that is how personal data gets out', () =>
    expect(() => fitting(forum.topicCreated, { ...forum.topicCreated.example, email: 'freja@example.org' })).toThrow(/email/));
  it('is refused when a personal field would leave the pod', () => {
    const event = defineEvent({
      name: 'member.moved', version: 1, scope: 'global', owner: 'user', orderBy: 'memberId', personal: ['email'], about: '',
      payload: z.object({ memberId: z.uuid(), email: z.string() }), example: { memberId: exampleId(1), email: 'a' },
    });
    expect(() => fitting(event, event.example)).toThrow('never leave the pod');
  });
});

describe('who speaks for a territory', () => {
  const transaction = (territory: string) => ({ territory, db: {}, assertOpen: () => undefined, beforeCommit: vi.fn() });
  const publish = (of: string, territory?: string) => {
    const tx = transaction(of);
    return new Outbox().publish(tx as never, forum.topicCreated, forum.topicCreated.example, territory === undefined ? {} : { territory }).then(() => tx.beforeCommit.mock.calls.length);
  };
  it('is a transaction of its own schema, or one of the global schema that names it', async () => {
    expect(await publish('DK')).toBe(1);
    expect(await publish('DK', 'DK')).toBe(1);
    expect(await publish('global', 'HAIDA-FN-CA')).toBe(1);
  });
  it('is never a transaction of another territory, and the global schema is none itself', async () => {
    await expect(publish('CA', 'HAIDA-FN-CA')).rejects.toThrow('does not speak for HAIDA-FN-CA');
    await expect(publish('global')).rejects.toThrow();
  });
});
