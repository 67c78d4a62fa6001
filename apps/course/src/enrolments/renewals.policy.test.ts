import type { Verdict } from '@unityplan/permissions';
import { expect, it } from 'vitest';
import { isRenewable } from './renewals.policy.ts';

const day = 86_400_000;
const now = 1e12;
const host = { badge: 'host', level: 1 };
const open = (until: number | null): Verdict => ({ allowed: true, until, needs: 'all', lacks: [] });
const closed = (reason: Verdict['lacks'][number]['reason']): Verdict => ({ allowed: false, until: null, needs: 'all', lacks: [{ badge: 'host', level: 1, reason, expiredAt: null }] });

it.each<[string, Verdict, { badge: string; level: number } | null, boolean]>([
  ['a badge that never ends', open(null), host, false],
  ['one that ends in a while', open(now + 31 * day), host, false],
  ['one that ends soon', open(now + 30 * day), host, true],
  ['one that has expired', closed('expired'), host, true],
  ['one on its way, or taken back', closed('missing'), host, false],
  ['one that the course did not give then', closed('missing'), null, true],
  ['a higher level than then', closed('level_too_low'), host, false],
  ['one of another territory', closed('elsewhere'), host, false],
])('%s', (_name, verdict, gave, expected) => expect(isRenewable({ verdict, gives: host, gave, renewFromDays: 30, now })).toBe(expected));

it('gives a higher level than it gave then', () => expect(isRenewable({ verdict: closed('level_too_low'), gives: { badge: 'host', level: 2 }, gave: host, renewFromDays: 0, now })).toBe(true));
