import { territory as contracts } from '@unityplan/contracts';
import { namesOf } from '@unityplan/territory';
import type pg from 'pg';
import { callerOf, targetOf } from '../estate/caller.ts';
import type { Estate } from '../estate/estate.ts';
import { inParallel } from '../plan.ts';
import type { Pod } from '../pod.ts';
import { send } from '../wire.ts';

/** What a manager of one territory is answered who orders, closes, renames or looks up what is another sovereign's: route → `status code`. */
export async function meddle(pod: Pod, { host, people, territory: home }: Estate, other: Estate): Promise<Record<string, string>> {
  const there = other.territory;
  const community = `${there}-NORTH`;
  const wish = (territoryId: string, parent?: string) => ({ territoryId, name: { en: 'Mine', da: 'Min' }, defaultLanguage: 'en', ...(parent === undefined ? {} : { parent }) });
  const { requestTerritory, changeTerritory, setTerritoryStatus, getTerritoryOrder } = contracts;
  const asked = [
    ['order below it', requestTerritory, {}, wish(`${there}-MINE`, there)],
    ['order below its community', requestTerritory, {}, wish(`${community}-MINE`, community)],
    ['order by its name below mine', requestTerritory, {}, wish(`${there}-MINE`)],
    ['order what it ordered', requestTerritory, {}, wish(community)],
    ['order it', requestTerritory, {}, wish(there)],
    ['read its order', getTerritoryOrder, { orderId: other.told.orderId }, undefined],
    ['rename it', changeTerritory, { territoryId: there }, { name: { en: 'Mine' } }],
    ['rename its community', changeTerritory, { territoryId: community }, { name: { en: 'Mine' } }],
    ...(['suspended', 'archived', 'active'] as const).flatMap((status) => [
      [`make it ${status}`, setTerritoryStatus, { territoryId: there }, { status, reason: `For ${home}` }] as const,
      [`make its community ${status}`, setTerritoryStatus, { territoryId: community }, { status, reason: `For ${home}` }] as const,
    ]),
  ] as const;
  const told: Record<string, string> = {};
  for (const [what, route, params, body] of asked) {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await send(pod.port, { method: route.method, target: targetOf(route, params), headers: { host, authorization: `Bearer ${people.manager.token}`, ...json }, body: body && Buffer.from(JSON.stringify(body)) });
    told[what] = `${answer.status} ${(JSON.parse(answer.body.toString()) as { code?: string }).code}`;
  }
  return told;
}

/** The orders that a territory's managers are shown. */
export async function ordersSeen(pod: Pod, { territory, people }: Estate): Promise<string[]> {
  const { items } = await callerOf(pod.port, territory).call(contracts.listTerritoryOrders, { as: people.manager });
  return items.map(({ territoryId }) => territoryId);
}

/** What the provisioner and the registry go by: only the territory service may write it, and only from the pod's own schema. */
const writes = [
  (of: string) => `insert into global.territory_orders (id, territory, kind, name_en, name_da, parent_territory, default_language) values (gen_random_uuid(), '${of}-MINE', 'community', 'Mine', 'Min', '${of}', 'en')`,
  () => `update global.territory_orders set parent_territory = 'DE'`,
  (of: string) => `update global.territories set status = 'suspended' where id = '${of}'`,
  (of: string) => `update global.territories set sovereign_id = 'DE', parent_territory = 'DE' where id = '${of}'`,
  (of: string) => `insert into global.territory_status_changes (id, territory, status, reason) values (gen_random_uuid(), '${of}', 'suspended', 'Mine')`,
  (of: string) => `create schema ${namesOf(`${of}-MINE`).schema}`,
  () => 'create role mine',
];

/** Signs in with the role of each service, in a territory and in `global`, and tries to give orders past the service; answers what was let through. */
export async function orderWithStolenRoles(pod: Pod, scopes: readonly string[], about: string): Promise<{ tried: number; done: string[] }> {
  const bindings = await pod.inside.bindings(scopes);
  const done: string[] = [];
  let tried = 0;
  await inParallel(bindings.filter(({ scope, service }) => !(scope === 'global' && service === 'territory')), 3, async ({ scope, service }) => {
    const client = await pod.inside.signIn(scope, service, pod.config.databaseUrl);
    for (const write of writes) {
      tried++;
      await client.query(`begin; ${write(about)}; rollback`).then(() => done.push(`${scope}/${service}: ${write(about)}`), async (error: pg.DatabaseError) => {
        if (error.code !== '42501') done.push(`${scope}/${service}: ${error.message}`);
        await client.query('rollback');
      });
    }
    await client.end();
  });
  return { tried, done };
}
