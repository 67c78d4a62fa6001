import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestMicroservice } from '@nestjs/common';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { commonErrors, exampleId, forum, Problem, user, type EventOf } from '@unityplan/contracts';
import type { Tx } from '@unityplan/territory';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Answers, Handles, Hears, MessagingServer, Outbox, RpcClient, type AnswerContext, type Relay } from '../src/index.ts';
import { deliver, drain, expectPublished } from '../src/testing/index.ts';
import { log, startPod, until, type AnyDb, type Pod } from './support/pod.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the fixture's table only
type Any = any;
let failWith: (() => unknown) | undefined;
let heard: string[] = [];
let displayName: string | null = null;

@Controller()
class NotificationHandlers {
  @Handles(forum.topicCreated)
  async onTopic(event: EventOf<typeof forum.topicCreated>, tx: Tx<Any>) {
    const error = failWith?.();
    await tx.db.insertInto('effects').values({ event_id: event.id, aggregate: event.aggregate, seq: event.seq, mark: event.payload.categoryId }).execute();
    if (error) throw error as Error;
  }
  @Handles(forum.postCreated)
  async onPost(event: EventOf<typeof forum.postCreated>, tx: Tx<Any>) {
    await tx.db.insertInto('effects').values({ event_id: event.id, aggregate: event.aggregate, seq: event.seq, mark: null }).execute();
  }
  @Hears(forum.topicCreated)
  hear(event: EventOf<typeof forum.topicCreated>) {
    heard.push(event.id);
  }
}
@Controller()
class UserAnswers {
  @Answers(user.getPeople)
  getPeople(input: { memberIds: string[] }, context: AnswerContext) {
    if (input.memberIds.length === 0) throw new Problem(commonErrors.not_found, { territory: context.territory });
    return { people: [{ memberId: input.memberIds[0]!, handle: context.territory.toLowerCase(), displayName }] };
  }
}
@Module({ controllers: [NotificationHandlers] })
class NotificationModule {}
@Module({ controllers: [UserAnswers] })
class UserModule {}

let pod: Pod, relay: Relay, server: MessagingServer, app: INestMicroservice, answers: INestMicroservice, forumDb: AnyDb;
const outbox = new Outbox();

beforeAll(async () => {
  pod = await startPod();
  relay = await pod.relay();
  forumDb = pod.db('forum');
  server = new MessagingServer({ service: 'notification', pod: 'dk', link: await pod.link(), leases: pod.leases('notification'), db: pod.db('notification'), log, retryMs: [50, 50], maxAttempts: 4 });
  app = await NestFactory.createMicroservice<MicroserviceOptions>(NotificationModule, { strategy: server, logger: ['error'] });
  await app.listen();
  const userServer = new MessagingServer({ service: 'user', pod: 'dk', link: await pod.link(), leases: pod.leases('user'), db: pod.db('user'), log, rpcs: [user.getPeople] });
  answers = await NestFactory.createMicroservice<MicroserviceOptions>(UserModule, { strategy: userServer, logger: ['error'] });
  await answers.listen();
});
afterAll(async () => {
  await app?.close();
  await answers?.close();
  await pod?.drop();
});
beforeEach(() => {
  failWith = undefined;
  heard = [];
});

let next = 1000;
const topic = (topicId = exampleId(next++)) => ({ ...forum.topicCreated.example, topicId });
const publish = (payload: ReturnType<typeof topic>, territory = 'DK') => forumDb.transact(territory, (tx) => outbox.publish(tx, forum.topicCreated, payload));
const effects = async (territory: string, eventId?: string) =>
  (await pod.admin.query(`SELECT * FROM territory_${territory.toLowerCase().replaceAll('-', '_')}.effects WHERE $1::uuid IS NULL OR event_id = $1 ORDER BY n`, [eventId ?? null])).rows as { event_id: string; seq: string; aggregate: string }[];

describe('publish → relay → handle', () => {
  it('carries an event into the territory of its origin, once', async () => {
    const one = await publish(topic());
    const two = await publish(topic(), 'HAIDA-FN-CA');
    await drain(relay, server);
    expect(await effects('DK', one)).toHaveLength(1);
    expect(await effects('HAIDA-FN-CA', one)).toHaveLength(0);
    expect(await effects('HAIDA-FN-CA', two)).toHaveLength(1);
    await until(() => heard.length === 2);
  });

  it('publishes nothing when the transaction rolls back', async () => {
    const payload = topic();
    await expect(forumDb.transact('DK', async (tx) => {
      await outbox.publish(tx, forum.topicCreated, payload);
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    await expect(expectPublished(pod.admin, forum.topicCreated, payload)).rejects.toThrow('was published');
  });

  it('numbers an aggregate from 1 and keeps its order over different events', async () => {
    const topicId = exampleId(next++);
    for (let i = 0; i < 5; i++) await Promise.all([
      forumDb.transact('DK', (tx) => outbox.publish(tx, forum.topicCreated, topic(topicId))),
      forumDb.transact('DK', (tx) => outbox.publish(tx, forum.postCreated, { ...forum.postCreated.example, topicId })),
    ]);
    await drain(relay, server);
    const seen = (await effects('DK')).filter((row) => row.aggregate === topicId).map((row) => Number(row.seq));
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect((await expectPublished(pod.admin, forum.postCreated, { topicId })).sent).toBe(true);
  });

  it('tries a failing event again, alone, and does its effect once', async () => {
    let failures = 2;
    failWith = () => (failures-- > 0 ? new Error('not now') : undefined);
    const id = await publish(topic());
    await drain(relay, server);
    expect(await effects('DK', id)).toHaveLength(1);
    expect((await pod.admin.query('SELECT * FROM messaging.attempts')).rows).toEqual([]);
  });

  it('swallows a duplicate', async () => {
    const id = '01900000-0000-7000-8000-00000000dddd';
    expect(await deliver(server, forum.topicCreated, {}, { id })).toBe('handled');
    expect(await deliver(server, forum.topicCreated, {}, { id })).toBe('duplicate');
    expect(await effects('DK', id)).toHaveLength(1);
  });
});

describe('calls', () => {
  it('asks in the name of a territory, and a Problem arrives as one', async () => {
    const client = new RpcClient({ link: await pod.link(), pod: 'dk', log });
    const answer = await client.call(user.getPeople, 'HAIDA-FN-CA', { memberIds: [exampleId(1)] });
    expect(answer.people[0]?.handle).toBe('haida-fn-ca');
    const error = await client.call(user.getPeople, 'DK', { memberIds: [] }).catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).contract).toBe(commonErrors.not_found);
    expect((error as Problem).params).toEqual({ territory: 'DK' });
  });

  it('answers an error in place of an answer that is too large, and goes on answering', async () => {
    const client = new RpcClient({ link: await pod.link(), pod: 'dk', log });
    displayName = 'x'.repeat(1_100_000);
    await expect(client.call(user.getPeople, 'DK', { memberIds: [exampleId(1)] })).rejects.toMatchObject({ contract: commonErrors.internal_error });
    displayName = null;
    expect((await client.call(user.getPeople, 'DK', { memberIds: [exampleId(1)] })).people).toHaveLength(1);
  });

  it('calls what can never be sent a fault of its own, not a service that is away', async () => {
    const link = await pod.link();
    const client = new RpcClient({ link, pod: 'dk', log });
    const call = (text: string) => client.call({ ...user.getPeople, owner: 'other', method: 'get_text', idempotent: false, input: z.string() }, 'DK', text);
    await expect(call('x'.repeat(1_100_000))).rejects.toMatchObject({ contract: commonErrors.internal_error });
    link.nc.subscribe('rpc.dk.other.get_text', { callback: () => void link.nc.close() });
    await expect(call('')).rejects.toMatchObject({ contract: commonErrors.service_unavailable });
    await expect(call('')).rejects.toMatchObject({ contract: commonErrors.service_unavailable });
  });
});

describe('events of one transaction', () => {
  it('are numbered in the order they were published, each in its aggregate', async () => {
    const [a, b] = [exampleId(next++), exampleId(next++)];
    const ids = await forumDb.transact('DK', async (tx) => {
      const order = [b, a, a, b, a];
      const published: string[] = [];
      for (const topicId of order) published.push(await outbox.publish(tx, forum.topicCreated, topic(topicId)));
      return published;
    });
    await publish(topic(a));
    const { rows } = await pod.admin.query('SELECT event_id, aggregate, seq::int AS seq FROM messaging.outbox WHERE aggregate = ANY ($1) ORDER BY id', [[a, b]]);
    expect((rows as { aggregate: string; seq: number }[]).map((row) => [row.aggregate, row.seq])).toEqual([[b, 1], [a, 1], [a, 2], [b, 2], [a, 3], [a, 4]]);
    expect((rows as { event_id: string }[]).map((row) => row.event_id).slice(0, 5)).toEqual(ids);
    await drain(relay, server);
  });
});
