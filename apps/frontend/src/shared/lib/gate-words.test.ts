import type { Gate } from './gates.ts';
import { describe, expect, it } from 'vitest';
import { badgesHad, badgesIn, gateWords, type GateWords } from './gate-words.ts';

const words: GateWords = {
  everyone: 'everyone', member: 'every member', and: 'and', or: 'or',
  badge: (name, level, valid, from) => [name, `level ${level}`, valid ? 'valid' : 'also expired', ...(from === 'sovereign' ? [] : [from])].join(', '),
  atLeast: (count, list) => `at least ${count} of: ${list}`,
  anyone: (what) => `anyone with ${what}`,
};
const say = (gate: Gate) => gateWords(gate, (badge) => badge.toUpperCase(), words);
const host: Gate = { rule: 'badge', badge: 'host' };
const voice: Gate = { rule: 'badge', badge: 'voice', level: 2, evenExpired: true, from: 'above' };

describe('a rule in words', () => {
  it.each<[Gate, string]>([
    [{ rule: 'everyone' }, 'everyone'],
    [{ rule: 'member' }, 'every member'],
    [host, 'anyone with HOST, level 1, valid'],
    [voice, 'anyone with VOICE, level 2, also expired, above'],
    [{ rule: 'all', of: [host, voice] }, 'anyone with HOST, level 1, valid and VOICE, level 2, also expired, above'],
    [{ rule: 'any', of: [host] }, 'anyone with HOST, level 1, valid'],
    [{ rule: 'any', of: [host, { rule: 'all', of: [host, host] }] }, 'anyone with HOST, level 1, valid or (HOST, level 1, valid and HOST, level 1, valid)'],
    [{ rule: 'atLeast', count: 2, of: [host, host, host] }, 'anyone with at least 2 of: HOST, level 1, valid; HOST, level 1, valid; HOST, level 1, valid'],
    [{ rule: 'any', of: [{ rule: 'member' }, host] }, 'every member or HOST, level 1, valid'],
  ])('%j', (gate, text) => expect(say(gate)).toBe(text));

  it('names every badge once', () => {
    expect(badgesIn({ rule: 'all', of: [host, { rule: 'any', of: [voice, host] }, { rule: 'member' }] })).toEqual(['host', 'voice']);
  });
});

describe('what a reader has of a rule', () => {
  const club: Gate = { rule: 'badge', badge: 'club' };
  it.each<[Gate, string[], string[]]>([
    [{ rule: 'all', of: [host, voice, club] }, ['voice'], ['host', 'club']],
    [{ rule: 'atLeast', count: 2, of: [host, voice, club] }, ['voice', 'club'], ['host']],
    [{ rule: 'all', of: [{ rule: 'member' }, host, { rule: 'all', of: [voice, club] }] }, ['voice'], ['host', 'club']],
    // Only the shortest way is named: whether its reader has the others, nobody has said.
    [{ rule: 'any', of: [host, { rule: 'all', of: [voice, club] }] }, ['host'], []],
    [{ rule: 'all', of: [host, { rule: 'any', of: [voice, club] }] }, ['voice'], []],
  ])('%j without %j', (gate, lacking, had) => expect(badgesHad(gate, lacking.map((badge) => ({ badge })))).toEqual(had));
});
