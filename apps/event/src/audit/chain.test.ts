import { expect, it } from 'vitest';
import { canonicalHash, hashOf } from './chain.ts';
import { CheckpointKey } from './checkpoint-key.ts';

it('hashes the RFC 8785 form: neither the order of fields nor the writing of numbers matters', () => {
  expect(canonicalHash({ b: 1.0, a: 'é' })).toBe(canonicalHash({ a: 'é', b: 1 }));
  expect(canonicalHash({ a: 1 })).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862');
});

it('every field of an entry, and the territory, is in its hash', () => {
  const entry = { seq: 1, eventId: 'e', recordedAt: 'r', happenedAt: 'h', name: 'n', aggregate: 'a', aggregateSeq: 1, memberId: null, payloadHash: 'p', prevHash: 'v' };
  const hashes = new Set([hashOf('DK', entry), hashOf('NO', entry)]);
  for (const field of Object.keys(entry)) hashes.add(hashOf('DK', { ...entry, [field]: 'other' } as never));
  expect(hashes.size).toBe(2 + Object.keys(entry).length);
});

it('each territory signs with a key of its own, the same after a restart', () => {
  const secret = 'a secret of at least thirty-two characters';
  const ids = ['DK', 'NO', 'DK'].map((territory) => new CheckpointKey(secret, territory).keyId);
  expect(ids[0]).toBe(ids[2]);
  expect(ids[0]).not.toBe(ids[1]);
});
