import { expect, it } from 'vitest';
import { withProvisioner } from '../src/operator.ts';
import type { Proof } from '../src/proof.ts';
import { everywhere, nextOf, territories, type TerritoryId } from '../src/territories.ts';
import { readWithStolenRoles } from '../src/walls/stolen-roles.ts';
import { meddle, ordersSeen, orderWithStolenRoles } from '../src/ways/orders.ts';

/** The orders that managers gave are carried out; nobody reaches what they made, or orders for another sovereign: tried by the managers of `homes`. */
export function makesNew(proof: Proof, homes: readonly TerritoryId[]): void {
  const communities = territories.map((territory) => `${territory}-NORTH`);
  const scopes = process.env['PROOF'] === 'full' ? [...everywhere, ...communities] : [...territories, 'IT', 'DE-NORTH'];
  const [outside, unfit] = ['403 territory_outside_authority', '422 territory_id_unfit'];

  /** A manager tries it with a neighbour and what the neighbour has ordered, which is there or not yet. */
  async function meddling(community: string): Promise<void> {
    for (const home of homes) {
      let told = {};
      const changed = await proof.changesElsewhere(home, async () => (told = await meddle(proof.pod, proof.estates[home], proof.estates[nextOf(home)])));
      expect([home, changed, told]).toEqual([home, [], {
        'order below it': outside, 'order below its community': outside, 'order by its name below mine': unfit, 'order what it ordered': unfit, 'order it': unfit, 'read its order': '404 not_found', 'rename it': outside, 'rename its community': community,
        'make it suspended': outside, 'make its community suspended': community, 'make it archived': outside, 'make its community archived': community, 'make it active': outside, 'make its community active': community,
      }]);
      expect((await ordersSeen(proof.pod, proof.estates[home])).every((id) => id.startsWith(`${home}-`))).toBe(true);
    }
  }

  it('takes no order for another sovereign, and tells nobody of another’s orders', async () => {
    await meddling('404 not_found');
    await withProvisioner(proof.pod, () => expect.poll(() => communities.every((id) => proof.pod.resources.registry.get(id)?.status === 'active'), { timeout: 120_000, interval: 100 }).toBe(true));
    await proof.pod.drain();
    await meddling(outside);
    const { registry } = proof.pod.resources;
    expect(registry.all().filter(({ podId, status }) => podId === proof.pod.config.podId && status !== 'listed').filter(({ id, sovereign }) => !id.startsWith(sovereign)).map(({ id }) => id)).toEqual([]);
  });

  it('lets no role of a territory reach a new one, nor the new one’s any other, in whatever database', async () => {
    const { tried, read } = await readWithStolenRoles(proof.pod, 'all', scopes);
    expect([tried > 10_000, read]).toEqual([true, []]);
    const orders = await orderWithStolenRoles(proof.pod, [...scopes, 'global'], 'FR');
    expect([orders.tried > 400, orders.done]).toEqual([true, []]);
    console.log(`stolen roles: ${tried} tables and ${orders.tried} orders tried`);
  });
}
