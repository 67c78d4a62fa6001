import type { Gate } from '@unityplan/contracts';
import type { Gates, Held } from './reference.ts';

/** A whole number from 0 to below what is asked for. */
export type Random = (below: number) => number;
export const oneOf = <T>(random: Random, items: readonly T[]): T => items[random(items.length)]!;

/** Badges of the pod's own definitions that need no other first. */
const badgeKeys = ['community-host', 'translator', 'teacher'] as const;
const froms = [undefined, undefined, 'sovereign', 'above', 'DK', 'DK-COPENHAGEN', 'NO', 'NO-OSLO'] as const;
const places: Record<string, readonly string[]> = { DK: ['DK', 'DK', 'DK-COPENHAGEN'], NO: ['NO', 'NO', 'NO-OSLO'] };

/** A rule of up to three levels; most of it asks for badges. */
function randomGate(random: Random, depth = 2): Gate {
  const kind = random(depth > 0 ? 20 : 11);
  if (kind === 0) return { rule: 'everyone' };
  if (kind < 3) return { rule: 'member' };
  if (kind < 11) {
    const [level, from, evenExpired] = [random(4), oneOf(random, froms), random(5) === 0];
    return { rule: 'badge', badge: oneOf(random, badgeKeys), ...(level > 0 ? { level } : {}), ...(from ? { from } : {}), ...(evenExpired ? { evenExpired } : {}) };
  }
  const of = Array.from({ length: 1 + random(4) }, () => randomGate(random, depth - 1));
  if (kind < 14) return { rule: 'all', of };
  return kind < 17 ? { rule: 'any', of } : { rule: 'atLeast', count: 1 + random(of.length), of };
}

export function randomGates(random: Random): Gates {
  // Reading is open more often than not, so that the other doors are tried too.
  const read: Gate = random(3) === 0 ? { rule: 'everyone' } : randomGate(random);
  return { read, reply: randomGate(random), create: randomGate(random), vote: randomGate(random), moderate: randomGate(random) };
}

/** Badges that a member of a territory may have been given: valid ones, and some that end at `ends`. */
export function randomHeld(random: Random, territory: string, ends: readonly number[]): Held[] {
  const held = Array.from({ length: random(5) }, () => ({
    badge: oneOf(random, badgeKeys), level: 1 + random(3), territory: oneOf(random, places[territory]!), expiresAt: random(2) === 0 ? null : oneOf(random, ends),
  }));
  return held.filter((one, i) => held.findIndex((other) => other.badge === one.badge && other.level === one.level && other.territory === one.territory) === i);
}
