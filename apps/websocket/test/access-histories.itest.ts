import { forum } from '@unityplan/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, badgeChange, gated, held, host, numbers, patient, post, state } from './gated.ts';
import { startRig, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => void (rig = await startRig()));
afterAll(() => rig?.stop());

it('random histories of rules, badges and posts: nothing leaks, nothing is missed', { timeout: 1_800_000 }, async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('badge' as const), who: fc.nat(2) }), fc.record({ do: fc.constant('rule' as const), where: fc.nat(1) }),
    fc.record({ do: fc.constant('post' as const), where: fc.nat(1) }), fc.record({ do: fc.constant('move' as const) }),
  );
  // Not shrunk: what takes a moment to happen can also take a moment not to.
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
    const places = [gated(rig), gated(rig, { rule: 'everyone' })];
    const rules = [true, false];
    const members = await Promise.all([0, 1, 2].map(() => rig.constellation.member('DK')));
    const has = [true, false, false];
    rig.world.holdings.set(members[0]!.memberId, [held()]);
    const clients = await Promise.all([...members.map((as) => rig.connect({ as })), rig.connect()]);
    const written: number[][] = [[], []];
    const seen = clients.map(() => [[], []] as number[][]);
    const allowed = (client: number, place: number): boolean => !rules[place] || (has[client] ?? false);
    // From the beginning: what was written before a door opened is read through it, too.
    const [{ epoch } = { epoch: '' }] = await rig.constellation.ground.query<{ epoch: string }>('select epoch from territory_dk.stream_base');
    for (const client of clients) for (const { topic } of places) ask(client, topic, { epoch, seq: 0 });
    const settled = async (): Promise<void> => {
      for (const [c, client] of clients.entries())
        for (const [p, { topic }] of places.entries()) {
          await expect.poll(() => state(client, topic), patient).toBe(allowed(c, p) ? 'subscribed' : 'badge_required');
          if (!allowed(c, p)) continue;
          if (written[p]!.length > 0) await client.reach(topic, written[p]!.length);
          seen[c]![p] = [...written[p]!];
        }
    };
    await settled();
    for (const [n, one] of steps.entries()) {
      if (one.do === 'badge') {
        has[one.who] = !has[one.who];
        await badgeChange(rig, members[one.who]!, has[one.who] ? [held()] : []);
      } else if (one.do === 'rule') {
        rules[one.where] = !rules[one.where];
        rig.world.categories.set(places[one.where]!.categoryId, rules[one.where] ? host : { rule: 'everyone' });
        await rig.publish(forum.categoryChanged, [{ categoryId: places[one.where]!.categoryId }]);
      } else if (one.do === 'post') {
        written[one.where]!.push(n + 2);
        await post(rig, places[one.where]!, n + 2);
        await rig.drain();
      }
      await settled();
      for (const [c, client] of clients.entries()) for (const [p, { topic }] of places.entries()) expect(numbers(client, topic), `${c} in ${p} after ${JSON.stringify(steps.slice(0, n + 1))}`).toEqual(seen[c]![p]);
    }
    for (const client of clients) client.socket.close();
  }), { numRuns: process.env['PROOF'] === 'full' ? 300 : 12, endOnFailure: true });
});
