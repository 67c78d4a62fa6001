import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { commonErrors, exampleId, forum, Problem, type EventEnvelope } from '@unityplan/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EventConsumer, EventRunner, HandlesAll, listDeadLetters, MessagingServer, Outbox, type AnyTx, type ConsumerTuning, type EventHandler, type Relay } from '../src/index.ts';
import { deliver, drain } from '../src/testing/index.ts';
import type { WireEvent } from '../src/envelope.ts';
import { log, startPod, until, type Pod } from './support/pod.ts';

let pod: Pod, relay: Relay;
const outbox = new Outbox();
let next = 20_000;
/** Called in each handler, after its effect. */
let inside: (event: EventEnvelope, tx: AnyTx) => unknown = () => undefined;

beforeAll(async () => {
  pod = await startPod();
});
afterEach(async () => {
  inside = () => undefined;
  await pod.closeAll();
});
afterAll(async () => {
  await pod.drop();
});

const effect = (event: EventEnvelope, tx: AnyTx) => tx.db.insertInto('effects').values({ event_id: event.id, aggregate: event.aggregate, seq: event.seq }).execute();
const one: EventHandler = {
  contract: forum.topicCreated,
  run: async (event, tx) => {
    await effect(event, tx);
    await inside(event, tx);
  },
};
const runner = (handlers: readonly EventHandler[] = [one]) => new EventRunner({ service: 'notification', db: pod.db('notification'), handlers });
async function consumer(tuning: ConsumerTuning = {}, handlers?: readonly EventHandler[]): Promise<EventConsumer> {
  const started = new EventConsumer({ pod: 'dk', link: await pod.link('consumer'), leases: pod.leases('notification'), runner: runner(handlers), log, retryMs: [30, 60], maxAttempts: 3, ...tuning });
  started.start();
  return started;
}
/** Aggregates, and that many events of each in turn, all in the stream before anyone consumes. */
async function published(aggregates: number, each: number, territories = ['DK']): Promise<string[]> {
  relay = await pod.relay();
  const db = pod.db('forum');
  const ids = Array.from({ length: aggregates }, () => exampleId(next++));
  for (let n = 0; n < each; n++)
    for (const territory of territories)
      await db.transact(territory, async (tx) => {
        for (const topicId of ids) await outbox.publish(tx, forum.topicCreated, { ...forum.topicCreated.example, topicId });
      });
  await relay.drain();
  return ids;
}
interface Effect { event_id: string; aggregate: string; seq: number; tx: string }
const effects = async (ids: readonly string[], schema = 'territory_dk'): Promise<Effect[]> =>
  (await pod.admin.query(`SELECT event_id, aggregate, seq::int AS seq, xmin::text AS tx FROM ${schema}.effects WHERE aggregate = ANY ($1) ORDER BY n`, [ids])).rows as Effect[];
const inOrder = (rows: readonly Effect[], ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, rows.filter((row) => row.aggregate === id).map((row) => row.seq)]));
const upTo = (ids: readonly string[], n: number) => Object.fromEntries(ids.map((id) => [id, Array.from({ length: n }, (_, i) => i + 1)]));
const transactions = (rows: readonly Effect[]) => new Set(rows.map((row) => row.tx)).size;

describe('events that wait together', () => {
  it('are handled in few transactions, in their order, and leave one inbox row each', async () => {
    const ids = await published(6, 10);
    await drain(relay, await consumer());
    const rows = await effects(ids);
    expect(inOrder(rows, ids)).toEqual(upTo(ids, 10));
    expect(transactions(rows)).toBeLessThanOrEqual(4);
    const { rows: inbox } = await pod.admin.query('SELECT count(*)::int AS n FROM messaging.inbox WHERE event_id = ANY ($1::uuid[])', [rows.map((row) => row.event_id)]);
    expect(inbox).toEqual([{ n: 60 }]);
  });

  it('never share a transaction with another territory’s', async () => {
    const ids = await published(4, 5, ['DK', 'HAIDA-FN-CA']);
    await drain(relay, await consumer());
    const [danish, haida] = [await effects(ids), await effects(ids, 'territory_haida_fn_ca')];
    for (const rows of [danish, haida]) expect(inOrder(rows, ids)).toEqual(upTo(ids, 5));
    expect(new Set([...danish, ...haida].map((row) => row.tx)).size).toBe(transactions(danish) + transactions(haida));
  });

  it.each([
    ['can never work', () => new Problem(commonErrors.not_found), 1],
    ['fails each time', () => new Error('broken for ever'), 3],
  ] as const)('lose nothing to one in their midst that %s: it alone is buried', async (_what, error, attempts) => {
    const ids = await published(5, 6);
    const poison = ids[2];
    const tries: number[] = [];
    inside = (event) => {
      if (event.aggregate !== poison || event.seq !== 3) return;
      tries.push(tries.length);
      throw error();
    };
    await drain(relay, await consumer());
    const rows = await effects(ids);
    expect(inOrder(rows, ids)).toEqual({ ...upTo(ids, 6), [poison!]: [1, 2, 4, 5, 6] });
    expect(new Set(rows.map((row) => row.event_id)).size).toBe(29);
    const letters = (await listDeadLetters(pod.admin, { consumer: 'notification' })).filter((letter) => letter.aggregate === poison);
    expect(letters).toHaveLength(1);
    // Once in company, which does not count, then as often as anyone.
    expect(tries).toHaveLength(attempts + 1);
    expect((await pod.admin.query('SELECT count FROM messaging.attempts')).rows).toEqual([]);
  });

  it('are all done once when the database connection is lost in their midst', async () => {
    const ids = await published(5, 8);
    let cut = 3;
    inside = async (event, tx) => {
      if (event.seq !== 4 || cut-- <= 0) return;
      const { rows } = await tx.db.selectNoFrom((eb) => eb.fn<number>('pg_backend_pid').as('pid')).execute().then((found) => ({ rows: found }));
      await pod.admin.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
    };
    await drain(relay, await consumer());
    expect(cut).toBeLessThanOrEqual(0);
    expect(inOrder(await effects(ids), ids)).toEqual(upTo(ids, 8));
    expect((await pod.admin.query('SELECT count FROM messaging.attempts')).rows).toEqual([]); // nobody's failure
  });

  it('keep their order while some fail now and then', async () => {
    const ids = await published(8, 25);
    let calls = 0;
    inside = () => {
      if (++calls % 17 === 0) throw new Error('now and then');
    };
    await drain(relay, await consumer({ maxAttempts: 50, retryMs: [1] }));
    expect(inOrder(await effects(ids), ids)).toEqual(upTo(ids, 25));
  });

  it('are done once by two consumers when the lease goes from one to the other in their midst', async () => {
    const ids = await published(6, 20);
    inside = () => new Promise((resolve) => setTimeout(resolve, 4));
    const two = [await consumer({ together: 10 }), await consumer({ together: 10 })];
    await until(async () => (await effects(ids)).length >= 10);
    await pod.admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'unityplan leases' AND datname = current_database()`);
    await until(async () => (await effects(ids)).length >= 120);
    for (const each of two) await each.stop();
    expect(inOrder(await effects(ids), ids)).toEqual(upTo(ids, 20));
  });

  it('are done once when two processes have the same ones in hand at the same time', async () => {
    const events = Array.from({ length: 20 }, (_, n): WireEvent => ({
      id: `01990000-0000-7000-8000-${String(next + n).padStart(12, '0')}`, event: 'topic.created', source: 'dk/DK/forum', territory: 'DK', aggregate: `both ${n % 3}`,
      seq: 1 + Math.floor(n / 3), time: new Date().toISOString(), payload: forum.topicCreated.example,
    }));
    inside = () => new Promise((resolve) => setTimeout(resolve, 2));
    const outcomes = (await Promise.all([runner().attemptAll(events), runner().attemptAll(events)])).flat();
    expect(outcomes.filter((outcome) => outcome === 'handled')).toHaveLength(20);
    expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(20);
    expect(await effects(['both 0', 'both 1', 'both 2'])).toHaveLength(20);
  });

  it('are done once when one of them stands in the stream twice', async () => {
    const event: WireEvent = {
      id: '01990000-0000-7000-8000-0000000000AB', event: 'topic.created', source: 'dk/DK/forum', territory: 'DK', aggregate: 'twice', seq: 1, time: new Date().toISOString(), payload: forum.topicCreated.example,
    };
    expect(await runner().attemptAll([event, { ...event, id: event.id.toLowerCase() }, { ...event, id: '01990000-0000-7000-8000-0000000000ac', seq: 2 }])).toEqual(['handled', 'duplicate', 'handled']);
    expect((await effects(['twice'])).map((row) => row.seq)).toEqual([1, 2]);
  });
});

describe('a handler of many', () => {
  it('takes what comes together in one call, and one alone after a failure', async () => {
    const calls: string[][] = [];
    let fail = true;
    const runAll = async (all: readonly EventEnvelope[], tx: AnyTx) => {
      calls.push(all.map((event) => event.name));
      for (const event of all) await effect(event, tx);
      if (fail && all.length > 1) throw new Error('not together');
    };
    const handlers = [{ contract: forum.topicCreated, runAll }, { contract: forum.postCreated, runAll }, { contract: forum.postDeleted, run: (event: EventEnvelope, tx: AnyTx) => effect(event, tx) }];
    const wire = (n: number, event: string, payload: unknown): WireEvent =>
      ({ id: exampleId(next++), event, source: 'dk/DK/forum', territory: 'DK', aggregate: 'many', seq: n, time: new Date().toISOString(), payload });
    const [created, posted, deleted] = ['topic.created', 'post.created', 'post.deleted'];
    const all = [wire(1, created!, forum.topicCreated.example), wire(2, posted!, forum.postCreated.example), wire(3, deleted!, forum.postDeleted.example), wire(4, posted!, forum.postCreated.example)];
    const many = runner(handlers);
    await expect(many.attemptAll(all)).rejects.toThrow('not together');
    expect(await effects(['many'])).toEqual([]);
    await many.attempt(all[0]!);
    fail = false;
    expect(await many.attemptAll(all)).toEqual(['duplicate', 'handled', 'handled', 'handled']);
    expect(calls).toEqual([['topic.created', 'post.created'], ['topic.created'], ['post.created'], ['post.created']]);
    expect((await effects(['many'])).map((row) => row.seq)).toEqual([1, 2, 3, 4]);
  });

  it('is found by Nest under each of its contracts', async () => {
    const calls: string[][] = [];
    @Controller()
    class Many {
      @HandlesAll([forum.topicCreated, forum.postCreated])
      on(events: readonly EventEnvelope[]) {
        calls.push(events.map((event) => event.name));
      }
    }
    @Module({ controllers: [Many] })
    class ManyModule {}
    const server = new MessagingServer({ service: 'notification', pod: 'dk', link: await pod.link(), leases: pod.leases('notification'), db: pod.db('notification'), log });
    const app = await NestFactory.createMicroservice<MicroserviceOptions>(ManyModule, { strategy: server, logger: false });
    await app.listen();
    await deliver(server, forum.topicCreated);
    await deliver(server, forum.postCreated);
    const wire = (event: string, payload: unknown): WireEvent => ({ id: exampleId(next++), event, source: 'dk/DK/forum', territory: 'DK', aggregate: 'found', seq: 1, time: new Date().toISOString(), payload });
    await server.runner.attemptAll([wire('post.created', forum.postCreated.example), wire('topic.created', forum.topicCreated.example)]);
    expect(calls).toEqual([['topic.created'], ['post.created'], ['post.created', 'topic.created']]);
    await app.close();
  });
});
