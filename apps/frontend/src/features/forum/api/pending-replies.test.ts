import { ApiProblem } from '@unityplan/sdk';
import { expect, it } from 'vitest';
import { mustWait, nextToSend, type PendingReply } from './pending-replies.ts';

const away = new ApiProblem({ status: 503, code: 'service_unavailable' });
const refused = new ApiProblem({ status: 403, code: 'forbidden' });
const reply = (key: string, more: Partial<PendingReply> = {}): PendingReply => ({ key, markdown: 'Ord', sending: false, ...more });

it('sends what this device kept by itself, the oldest first', () => expect(nextToSend([reply('a'), reply('b')])?.key).toBe('a'));

it('lets a reply wait while an earlier one waits for its retry', () => {
  expect(mustWait([reply('a', { error: away })])).toBe(true);
  expect(nextToSend([reply('a', { error: away }), reply('b')])?.key).toBe('a');
});

it('sends one at a time', () => {
  expect(mustWait([reply('a', { sending: true })])).toBe(true);
  expect(nextToSend([reply('a', { sending: true }), reply('b')])).toBeUndefined();
});

it('does not wait for what was refused for good', () => {
  expect(mustWait([reply('a', { error: refused })])).toBe(false);
  expect(nextToSend([reply('a', { error: refused }), reply('b')])?.key).toBe('b');
});
