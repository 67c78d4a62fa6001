import type { Gate } from './gates.ts';
import { describe, expect, it } from 'vitest';
import { gateOf, groupOf, isUnfinished, newBadgePart, newGroup } from './gate-draft.ts';

const host: Gate = { rule: 'badge', badge: 'host' };
const voice: Gate = { rule: 'badge', badge: 'voice', level: 3, from: 'above', evenExpired: true };

describe('a rule that is edited', () => {
  it.each<Gate>([host, voice, { rule: 'any', of: [host, voice] }, { rule: 'atLeast', count: 2, of: [host, voice, { rule: 'all', of: [host, { rule: 'member' }] }] }])('comes back as it was: %j', (gate) => {
    expect(gateOf(groupOf(gate))).toEqual(gate);
    expect(isUnfinished(groupOf(gate))).toBe(false);
  });

  it('is nothing while nothing is chosen', () => {
    expect(gateOf(newGroup())).toBeNull();
    expect(gateOf(groupOf(null))).toBeNull();
    expect(gateOf({ ...newGroup(), of: [newGroup(), newGroup()] })).toBeNull();
    expect(isUnfinished(newGroup())).toBe(true);
  });

  it('leaves out unfinished lines, and never asks for more than there is', () => {
    const group = groupOf({ rule: 'atLeast', count: 3, of: [host, voice, host] });
    expect(gateOf({ ...group, of: [group.of[0]!, group.of[1]!, newBadgePart()] })).toEqual({ rule: 'atLeast', count: 2, of: [host, voice] });
    expect(gateOf({ ...group, of: [group.of[0]!, newBadgePart()] })).toEqual(host);
  });
});
