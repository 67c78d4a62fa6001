import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { commonErrors, exampleId, forum, Problem, user, type EventEnvelope } from '@unityplan/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  Broadcasts, discardDeadLetters, EventConsumer, EventRunner, Handles, listDeadLetters, MessagingServer, Outbox, redriveDeadLetters, RpcClient, type AnyTx, type Relay,
} from '../src/index.ts';
import { deliver, drain } from '../src/testing/index.ts';
import { log, startPod, until, type Pod } from './support/pod.ts';

let pod: Pod, relay: Relay;
const outbox = new Outbox();
let next = 9000;
const newTopic = () => exampleId(next++);
/** Answers an error to fail with, or nothing. */
let verdict: (event: EventEnvelope) => unknown = () => undefined;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeAll(async () => {
  pod = await startPod();
});
afterEach(async () => {
  verdict = () => undefined;
  await pod.closeAll();
});
afterAll(async () => {
  await pod.drop();
});

async function startConsumer(options: { ackWaitMs?: number } = {}): Promise<EventConsumer> {
  const runner = new EventRunner({
    service: 'notification', db: pod.db('notification'),
    handlers: [{
      contract: forum.topicCreated,
      run: async (event, tx: AnyTx) => {
        await tx.db.insertInto('effects').values({ event_id: event.id, aggregate: event.aggregate, seq: event.seq }).execute();
        const error = await verdict(event);
        if (error) throw error as Error;
      },
    }],
  });
  const consumer = new EventConsumer({ pod: 'dk', link: await pod.link('consumer'), leases: pod.leases('notification'), runner, log, retryMs: [100, 200], maxAttempts: 3, ...options });
  consumer.start();
  return consumer;
}
async function begin() {
  relay = await pod.relay();
  const db = pod.db('forum');
  const publish = (topicId: string, territory = 'DK') => db.transact(territory, (tx) => outbox.publish(tx, forum.topicCreated, { ...forum.topicCreated.example, topicId }));
  return { publish };
}
const effects = async (aggregate: string): Promise<number[]> =>
  ((await pod.admin.query('SELECT seq::int AS seq FROM territory_dk.effects WHERE aggregate = $1 ORDER BY n', [aggregate])).rows as { seq: number }[]).map((row) => row.seq);
const buried = (reason: string) => listDeadLetters(pod.admin, { consumer: 'notification' }).then((all) => all.filter((one) => one.reason.includes(reason)));

describe('a consumer', () => {
  it('buries what can never work, goes on with the aggregate, and redrives it once', async () => {
    const { publish } = await begin();
    const consumer = await startConsumer();
    const topicId = newTopic();
    verdict = (event) => (event.aggregate === topicId && event.seq === 1 ? new Problem(commonErrors.not_found) : undefined);
    await publish(topicId);
    await publish(topicId);
    await drain(relay, consumer);
    expect(await effects(topicId)).toEqual([2]);
    const [letter] = await buried('nothing here');
    expect(letter).toMatchObject({ territory: 'DK', event: 'topic.created', aggregate: topicId });
    expect(await redriveDeadLetters(pod.admin, { consumer: 'notification', id: letter!.id })).toBe(1); // fails again
    await until(async () => (await buried('nothing here')).some((one) => one.redrivenAt === null));
    verdict = () => undefined;
    await redriveDeadLetters(pod.admin, { consumer: 'notification', id: letter!.id });
    await until(async () => (await buried('nothing here')).length === 0);
    await redriveDeadLetters(pod.admin, { consumer: 'notification' });
    await pause(50);
    expect(await effects(topicId)).toEqual([2, 1]);
  });

  it('lets a failing event hold up its own aggregate only, and buries it after the last attempt', async () => {
    const { publish } = await begin();
    const consumer = await startConsumer();
    const [bad, good] = [newTopic(), newTopic()];
    verdict = (event) => (event.aggregate === bad && event.seq === 1 ? new Error('broken for ever') : undefined);
    await publish(bad);
    await publish(bad);
    await publish(good);
    await until(async () => (await effects(good)).length === 1);
    expect(await effects(bad)).toEqual([]);
    await drain(relay, consumer);
    expect(await effects(bad)).toEqual([2]);
    expect(await buried('broken for ever')).toHaveLength(1);
    expect(await discardDeadLetters(pod.admin, { consumer: 'notification' })).toBe(1);
    expect(await buried('broken for ever')).toEqual([]);
  });

  it('keeps an event in hand longer than the ack wait without a second delivery', async () => {
    const { publish } = await begin();
    const consumer = await startConsumer({ ackWaitMs: 3_000 });
    const topicId = newTopic();
    let runs = 0;
    const redelivered: number[] = [];
    const watcher = await (await pod.link()).manager();
    verdict = async (event) => {
      if (event.aggregate !== topicId) return;
      runs++;
      await pause(7_000);
      redelivered.push((await watcher.consumers.info('TERRITORY_DK', 'notification')).num_redelivered);
    };
    await publish(topicId);
    await publish(topicId);
    await drain(relay, consumer);
    expect(await effects(topicId)).toEqual([1, 2]);
    expect(runs).toBe(2);
    expect(redelivered).toEqual([0, 0]);
  });

  it('hands over in stream order when its lease connection dies', async () => {
    const { publish } = await begin();
    const consumers = [await startConsumer(), await startConsumer()];
    await until(() => consumers.some((one) => one.status.active));
    expect(consumers.filter((one) => one.status.active)).toHaveLength(1);
    const topicId = newTopic();
    verdict = () => pause(20).then(() => undefined);
    for (let i = 0; i < 20; i++) await publish(topicId);
    await until(async () => (await effects(topicId)).length >= 3);
    await pod.admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'unityplan leases' AND datname = current_database()`);
    await until(async () => (await effects(topicId)).length === 20);
    expect(await effects(topicId)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('goes on after a restart of NATS', async () => {
    const { publish } = await begin();
    const consumer = await startConsumer();
    const topicId = newTopic();
    await publish(topicId);
    await drain(relay, consumer);
    pod.nats.kill9();
    await publish(topicId);
    await pause(300);
    await pod.nats.restart();
    await publish(topicId);
    await until(async () => (await effects(topicId)).length === 3);
    expect(await effects(topicId)).toEqual([1, 2, 3]);
  });

  it('buries what misfits and what belongs to no territory here', async () => {
    const { publish } = await begin();
    const consumer = await startConsumer();
    await publish(newTopic());
    const insert = (territory: string, payload: object) => pod.admin.query(
      `INSERT INTO messaging.outbox (event_id, service, territory, scope, event, aggregate, seq, payload) VALUES (gen_random_uuid(), 'forum', $1, 'territory', 'topic.created', gen_random_uuid()::text, 1, $2)`, [territory, payload]);
    await insert('DK', { nonsense: true });
    await insert('XX-NOWHERE', forum.topicCreated.example);
    await drain(relay, consumer);
    expect(await buried('does not fit')).toHaveLength(1);
    expect((await listDeadLetters(pod.admin, { consumer: 'notification' })).filter((one) => one.territory === 'XX-NOWHERE')).toHaveLength(1);
  });
});

describe('calls and wake-ups', () => {
  it('name what went wrong when nobody or nobody in time answers', async () => {
    const link = await pod.link();
    const client = new RpcClient({ link, pod: 'dk', log });
    const failure = (deadline?: number) => client.call(user.getPeople, 'DK', { memberIds: [] }, deadline ? { deadline } : {}).then(() => undefined, (error: Problem) => error.contract.code);
    expect(await failure()).toBe('service_unavailable');
    let asked = 0;
    link.nc.subscribe('rpc.dk.user.get_people', { callback: () => void asked++ });
    expect(await failure(Date.now() + 150)).toBe('deadline_exceeded');
    expect(asked).toBe(1);
    expect(await failure(Date.now() - 1)).toBe('deadline_exceeded');
    expect(asked).toBe(1);
  });

  it('reach every process that listens, and carry nothing else', async () => {
    const links = [await pod.link(), await pod.link()] as const;
    const [a, b] = [new Broadcasts({ link: links[0], pod: 'dk', service: 'websocket' }), new Broadcasts({ link: links[1], pod: 'dk', service: 'auth' })];
    const woken: string[] = [];
    a.onWake('stream.dk', () => void woken.push('a'));
    b.onWake('stream.dk', () => void woken.push('b'), 'websocket');
    a.onWake('stream.no', () => void woken.push('never'));
    for (const { nc } of links) await nc.flush();
    a.wake('stream.dk');
    await until(() => woken.length === 2);
    expect(woken.sort()).toEqual(['a', 'b']);
    expect(() => a.wake('stream.*')).toThrow('cannot be part of a subject');
  });
});

describe('Nest', () => {
  @Controller()
  class One {
    @Handles(forum.topicCreated)
    on() {
      throw new Problem(commonErrors.not_allowed, { why: 'the thrown one' });
    }
  }
  @Controller()
  class Two {
    @Handles(forum.topicCreated)
    on() {
      return undefined;
    }
  }
  @Module({ controllers: [One, Two] })
  class Twice {}
  @Module({ controllers: [One] })
  class Once {}
  const serverOf = async () => new MessagingServer({ service: 'notification', pod: 'dk', link: await pod.link(), leases: pod.leases('notification'), db: pod.db('notification'), log });

  it('does not start with two handlers of one event', async () => {
    const app = await NestFactory.createMicroservice<MicroserviceOptions>(Twice, { strategy: await serverOf(), logger: false });
    await expect(app.listen()).rejects.toThrow('notification cannot start:\n  - two handlers for topic.created');
    await app.close();
  });
  it('hands out what a handler throws as it was thrown', async () => {
    const server = await serverOf();
    const app = await NestFactory.createMicroservice<MicroserviceOptions>(Once, { strategy: server, logger: false });
    await app.listen();
    await expect(deliver(server, forum.topicCreated)).rejects.toMatchObject({ contract: commonErrors.not_allowed, params: { why: 'the thrown one' } });
    await app.close();
  });
});
