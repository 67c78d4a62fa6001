import type { Vote } from '@unityplan/sdk';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { afterVote } from './vote.ts';

it.each([
  [null, 'up', 6, 'up'], [null, 'down', 4, 'down'], ['up', 'up', 4, null], ['up', 'down', 3, 'down'], ['down', 'up', 7, 'up'], ['down', 'down', 6, null],
] as const)('from %s by %s', (ownVote, pressed, score, after) => expect(afterVote({ score: 5, ownVote }, pressed)).toEqual({ score, ownVote: after }));

it('counts a member once, however often they press', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom<Vote>('up', 'down')), (presses) => {
    const { score, ownVote } = presses.reduce(afterVote, { score: 0, ownVote: null });
    expect(score).toBe(ownVote === 'up' ? 1 : ownVote === 'down' ? -1 : 0);
  }));
});
