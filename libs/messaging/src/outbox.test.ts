import { defineEvent, exampleId, forum } from '@unityplan/contracts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fitting } from './outbox.ts';

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
