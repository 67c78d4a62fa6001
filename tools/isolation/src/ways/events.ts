import { randomUUID } from 'node:crypto';
import { headers } from '@nats-io/transport-node';
import { eventSubject } from '@unityplan/messaging';
import { namesOf } from '@unityplan/territory/names';
import type { Pod } from '../pod.ts';
import type { TerritoryId } from '../territories.ts';

interface Kept {
  readonly event: string;
  readonly service: string;
  readonly aggregate: string;
  readonly seq: string;
  readonly payload: object;
}

/** Events that a territory has really published, one of each kind. */
export async function eventsOf(pod: Pod, territory: TerritoryId): Promise<Kept[]> {
  return pod.inside.of<Kept>(territory, `select distinct on (event) event, service, aggregate, seq::text, payload from messaging.outbox where territory = $1 and scope = 'territory' order by event, id`, [territory]);
}

/** Publishes a copy of an event as anyone in the pod can: on the subject of one territory, in the name of another. */
export async function forge(pod: Pod, { event, service, aggregate, seq, payload }: Kept, on: TerritoryId, name: string): Promise<void> {
  const id = randomUUID();
  const head = headers();
  const values = {
    'ce-specversion': '1.0', 'ce-id': id, 'ce-source': `${pod.config.podId}/${name}/${service}`, 'ce-type': event, 'ce-time': new Date().toISOString(), 'content-type': 'application/json',
    'up-territory': name, 'up-aggregate': encodeURIComponent(aggregate), 'up-seq': seq,
  };
  for (const [key, value] of Object.entries(values)) head.set(key, value);
  await pod.resources.nats.jetstream().publish(eventSubject({ scope: 'territory', pod: pod.config.podId, territory: on, event }), JSON.stringify(payload), { headers: head, msgID: id });
}

/** Tables of a territory in which words of another one stand. */
export async function strangersIn(pod: Pod, territory: TerritoryId, others: readonly TerritoryId[]): Promise<string[]> {
  const { schema } = namesOf(territory);
  const tables = await pod.inside.of<{ name: string }>(territory, 'select tablename as name from pg_tables where schemaname = $1', [schema]);
  const pattern = `kanari(${others.join('|').toLowerCase()})`;
  const parts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as count from ${schema}."${name}" t where t::text ~* '${pattern}'`);
  const rows = await pod.inside.of<{ name: string; count: number }>(territory, parts.join(' union all '));
  return rows.filter(({ count }) => count > 0).map(({ name, count }) => `${territory}.${name}: ${count}`);
}
