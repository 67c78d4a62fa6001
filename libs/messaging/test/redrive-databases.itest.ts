import { exampleId, forum, type EventEnvelope } from '@unityplan/contracts';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EventConsumer, EventRunner, listDeadLetters, redriveDeadLetters, type AnyTx } from '../src/index.ts';
import type { WireEvent } from '../src/envelope.ts';
import { log, startPod, until, type Pod } from './support/pod.ts';

const apart = 'HAIDA-FN-CA';
const filter = { consumer: 'notification' };
let pod: Pod;
let runner: EventRunner;
let fails = false;
const seen: string[] = [];

beforeAll(async () => {
  pod = await startPod({ apart: [apart] });
  const run = (event: EventEnvelope, tx: AnyTx): Promise<unknown> => {
    seen.push(event.id);
    if (fails) return Promise.reject(new Error('still broken'));
    return tx.db.insertInto('effects').values({ event_id: event.id, aggregate: event.aggregate, seq: event.seq }).execute();
  };
  runner = new EventRunner({ service: 'notification', db: pod.db('notification'), handlers: [{ contract: forum.topicCreated, run }] });
  new EventConsumer({ pod: 'dk', link: await pod.link('consumer'), leases: pod.leases('notification'), runner, log, ownDatabases: () => [apart] }).start();
});
afterAll(() => pod?.drop());

function eventOf(territory: string): WireEvent {
  const topicId = exampleId(Math.floor(Math.random() * 1e6));
  return { id: v7(), event: 'topic.created', source: '', territory, aggregate: topicId, seq: 1, time: new Date().toISOString(), payload: { ...forum.topicCreated.example, topicId } };
}
const open = async (): Promise<number[]> => Promise.all([pod.admin, pod.own].map(async (database) => (await listDeadLetters(database, filter)).length));
const effects = async ({ aggregate }: WireEvent): Promise<number> => (await pod.own.query('SELECT FROM territory_haida_fn_ca.effects WHERE aggregate = $1', [aggregate])).rowCount!;

it('redrives dead letters in the database of a territory that has its own', async () => {
  const event = eventOf(apart);
  await runner.bury(event, new Error('no luck'));
  expect(await open()).toEqual([0, 1]);
  expect(await redriveDeadLetters(pod.own, { ...filter, territory: 'DK' })).toBe(0);
  fails = true;
  expect(await redriveDeadLetters(pod.own, { ...filter, territory: apart })).toBe(1);
  await redriveDeadLetters(pod.admin, filter);
  await until(async () => (await listDeadLetters(pod.own, filter)).some(({ reason, redrivenAt }) => reason.includes('still broken') && redrivenAt === null));
  fails = false;
  await redriveDeadLetters(pod.own, filter);
  await redriveDeadLetters(pod.admin, filter);
  await until(async () => (await open()).join() === '0,0');
  expect(await effects(event)).toBe(1);
});

it('does once what was buried in the pod’s database while the territory’s was away', async () => {
  const event = eventOf(apart);
  await runner.transact('global', (tx) => runner.inbox.bury(tx, event, 'its database was away'));
  // The same number belongs to another letter over there, which stays as it is.
  const other = eventOf(apart);
  await runner.bury(other, new Error('another'));
  expect(await open()).toEqual([1, 1]);
  await redriveDeadLetters(pod.admin, filter);
  await until(async () => (await open()).join() === '0,1');
  expect([await effects(event), await effects(other)]).toEqual([1, 0]);
  expect(seen.filter((id) => id === event.id)).toHaveLength(1);
});
