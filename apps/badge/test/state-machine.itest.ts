import { badge as badges } from '@unityplan/contracts';
import type { TestMember } from '@unityplan/testing';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Expiry } from '../src/expiry/expiry.service.ts';
import { startBadgeWorld, startOfTime, type BadgeWorld } from './badge-world.ts';

const dayMs = 86_400_000;
const numRuns = process.env['PROOF'] === 'full' ? 2_000 : 60;
let world: BadgeWorld;
let manager: TestMember;
beforeAll(async () => {
  world = await startBadgeWorld();
  manager = await world.manager('chief');
});
afterAll(() => world?.stop());

type Op =
  | { do: 'complete'; badge: string; completion: number }
  | { do: 'give'; badge: string; forDays: number | null }
  | { do: 'revoke'; badge: string }
  | { do: 'wait'; days: number };

// The model: what someone holds is a number per badge, the day it ends. Days may be fractions; null is never, undefined is nothing.
const rules: Record<string, { valid: number | null; early: number; byHand: boolean; after?: string }> = {
  'community-host': { valid: 365, early: 60, byHand: false },
  'newcomer-guide': { valid: 730, early: 90, byHand: true, after: 'community-host' },
  'good-neighbour': { valid: null, early: 0, byHand: true },
};
class Model {
  day = 0;
  readonly ends = new Map<string, number | null>();
  readonly taken = new Set<string>();
  readonly seen = new Set<string>();
  waiting: string[] = [];
  readonly events: string[] = [];

  possible(badge: string): boolean {
    const { after } = rules[badge]!;
    return after === undefined || this.ends.has(after); // an expired one still counts there
  }
  grant(badge: string, asked: number | null): void {
    const { valid, early } = rules[badge]!;
    const had = this.ends.get(badge);
    if (had === undefined) {
      this.ends.set(badge, asked ?? (valid === null ? null : this.day + valid));
      this.events.push(`awarded ${badge}`);
    } else if (had !== null && (asked !== null || valid !== null)) {
      const from = had > this.day && this.day >= had - early ? had : this.day;
      const next = Math.max(had, asked ?? from + valid!);
      if (next !== had) this.events.push(`renewed ${badge}`);
      this.ends.set(badge, next);
    } else if (had !== null) {
      this.ends.set(badge, null);
      this.events.push(`renewed ${badge}`);
    }
    this.taken.delete(badge);
  }
  settle(): void {
    for (let again = true; again; ) {
      again = false;
      for (const badge of this.waiting) {
        if (this.taken.has(badge) || !this.possible(badge)) continue;
        this.waiting.splice(this.waiting.indexOf(badge), 1);
        this.grant(badge, null);
        again = true;
        break;
      }
    }
  }
  apply(op: Op): 'done' | 'refused' {
    if (op.do === 'wait') this.day += op.days;
    if (op.do === 'complete' && !this.seen.has(`${op.badge} ${op.completion}`)) {
      this.seen.add(`${op.badge} ${op.completion}`);
      this.waiting.push(op.badge);
    }
    if (op.do === 'give') {
      if (!(rules[op.badge]!.byHand || this.taken.has(op.badge)) || !this.possible(op.badge)) return 'refused';
      this.grant(op.badge, op.forDays === null ? null : this.day + op.forDays);
    }
    if (op.do === 'revoke') {
      if (!this.ends.delete(op.badge)) return 'refused';
      this.taken.add(op.badge);
      this.events.push(`revoked ${op.badge}`);
    }
    this.settle();
    return 'done';
  }
}

const badge = fc.constantFrom(...Object.keys(rules));
const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('complete' as const), badge, completion: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('give' as const), badge, forDays: fc.option(fc.integer({ min: 1, max: 800 })) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('revoke' as const), badge }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 250 }) }) },
);

it(`does what a small model does, in ${numRuns} random histories`, { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 1, maxLength: 14 }), async (ops) => {
      world.now = startOfTime;
      const member = await world.person('someone');
      const model = new Model();
      const completions = new Map<string, string>();
      const perform = async (one: Op): Promise<'done' | 'refused'> => {
        if (one.do === 'wait') {
          world.now += one.days * dayMs;
          // What is due is told before anything else happens, as it would be in time.
          await world.service('badge').app.get(Expiry).tell('DK');
          return 'done';
        }
        if (one.do === 'complete') {
          const key = `${one.badge} ${one.completion}`;
          const completionId = completions.get(key) ?? v7();
          completions.set(key, completionId);
          await world.complete(member, { badge: one.badge, completionId });
          return 'done';
        }
        if (one.do === 'give') {
          const expiresAt = one.forDays === null ? {} : { expiresAt: new Date(world.now + one.forDays * dayMs).toISOString() };
          return (await world.award(manager, one.badge, { memberId: member.memberId, reason: 'Because', ...expiresAt })).status === 201 ? 'done' : 'refused';
        }
        const answer = await world.rpc.call(badges.revokeBadge, 'DK', { memberId: member.memberId, badge: one.badge, territory: 'DK', reason: 'Because' }).catch(() => undefined);
        return answer ? 'done' : 'refused';
      };
      for (const one of ops) {
        expect([one, await perform(one)]).toEqual([one, model.apply(one)]);
        const held = Object.fromEntries((await world.holdings(member)).map(({ badge, expiresAt }) => [badge, expiresAt === null ? null : (Date.parse(expiresAt) - startOfTime) / dayMs]));
        expect(held, JSON.stringify(ops)).toEqual(Object.fromEntries(model.ends));
      }
      const told = await world.ground.query<{ event: string; payload: { badge: string; source?: string } }>(`select event, payload from messaging.outbox where payload ->> 'memberId' = $1 order by id`, [member.memberId]);
      const names = told.flatMap(({ event, payload }) => (event === 'badge.awarded' ? [`${payload.source === 'renewal' ? 'renewed' : 'awarded'} ${payload.badge}`] : event === 'badge.revoked' ? [`revoked ${payload.badge}`] : []));
      expect(names).toEqual(model.events);
      // Never two that are valid at once, whatever happened.
      expect(await world.ground.query('select badge from territory_dk.user_badges where member_id = $1 and revoked_at is null group by badge, level, territory having count(*) > 1', [member.memberId])).toEqual([]);
      // The end is told for those that ended, once for each end.
      const ended = told.filter(({ event }) => event === 'badge.expired').length;
      const over = [...model.ends.values()].filter((end) => end !== null && end <= model.day).length;
      expect(ended).toBeGreaterThanOrEqual(over);
    }),
    { numRuns },
  );
});
