import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forum, websocket } from '@unityplan/contracts';
import { startNats, startRedis } from '@unityplan/servers';
import { deliver, seeded } from '@unityplan/testing';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { faultProxy } from './fault-proxy.ts';
import { startRig, type Client, type Rig } from './rig.ts';

const upTo = (last: number, from = 1) => Array.from({ length: last - from + 1 }, (_, n) => from + n);

/** A client that comes back with its cursor whenever it loses the connection, and removes nothing: a double would show. */
async function followThrough(rig: Rig, at: string, stream: string, last: number, start?: websocket.Cursor): Promise<{ seqs: number[]; connections: number; reloads: number }> {
  const seqs: number[] = [];
  let cursor = start;
  let connections = 0;
  let reloads = 0;
  while ((seqs.at(-1) ?? cursor?.seq ?? 0) < last) {
    let client: Client | undefined;
    try {
      client = await rig.connect({ at });
      connections++;
      const known = cursor;
      const answer = await client.subscribe(stream, known);
      if (!answer.recovered && known) reloads++;
      cursor ??= answer.cursor;
      await client.reach(stream, last);
    } catch {
      // cut: again, from the last entry that came whole
    }
    for (const { epoch, seq } of client?.entries(stream) ?? []) {
      seqs.push(seq);
      cursor = { epoch, seq };
    }
    client?.socket.terminate();
  }
  return { seqs, connections, reloads };
}

describe('one process', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await startRig({ sweepMs: 60_000, maxBufferBytes: 64 * 1024, slowMs: 500, drainSpreadMs: 3_000 });
  });
  afterAll(() => rig?.stop());

  it('loses and repeats nothing over 60 schedules of cut connections', async () => {
    let cuts = 0;
    const run = async (seed: number): Promise<void> => {
      const random = seeded(seed);
      const topicId = v7();
      const stream = `topic:${topicId}`;
      const count = 15 + Math.floor(random() * 25);
      const proxy = await faultProxy(rig.service.url, random, { cuts: 2 + Math.floor(random() * 4) });
      const start = await (await rig.connect()).subscribe(stream);
      const following = followThrough(rig, proxy.url, stream, count, start.cursor);
      for (let n = 0; n < count; n++) {
        await deliver(rig.service.messaging, forum.postCreated, { topicId, number: n + 2 });
        if (random() < 0.3) await new Promise((resolve) => setTimeout(resolve, random() * 30));
      }
      const { seqs, reloads } = await following;
      cuts += proxy.cuts();
      await proxy.stop();
      expect(seqs, `seed ${seed}`).toEqual(upTo(count));
      expect(reloads, `seed ${seed}`).toBe(0);
    };
    for (let first = 0; first < 60; first += 6) await Promise.all(upTo(6).map((n) => run(first + n)));
    expect(cuts).toBeGreaterThan(100);
  }, 60_000);

  it('keeps the order of commits when many transactions meet in one stream', async () => {
    const categoryId = v7();
    const stream = `category:${categoryId}`;
    const clients = await Promise.all(upTo(3).map(() => rig.connect()));
    await Promise.all(clients.map((client) => client.subscribe(stream)));
    const topics = upTo(8).map(() => v7());
    await Promise.all(topics.map(async (topicId) => {
      for (let n = 0; n < 20; n++) await deliver(rig.service.messaging, forum.postCreated, { topicId, categoryId, number: n + 2 });
    }));
    await Promise.all(clients.map((client) => client.reach(stream, 160)));
    for (const client of clients) {
      expect(client.entries().map(({ seq }) => seq)).toEqual(upTo(160));
      for (const topicId of topics) expect(client.entries().filter(({ data }) => data.topicId === topicId).map(({ data }) => data.number)).toEqual(upTo(21, 2));
      client.socket.close();
    }
  });

  it('shows nothing of a transaction that is open, and misses nothing that commits late', async () => {
    const topicId = v7();
    const stream = `topic:${topicId}`;
    const { ground } = rig.constellation;
    // The stream's row is held by another transaction while two entries want in.
    await deliver(rig.service.messaging, forum.postCreated, { topicId, number: 2 });
    const client = await rig.connect();
    const { cursor } = await client.subscribe(stream);
    expect(cursor.seq).toBe(1);
    await ground.query('begin');
    await ground.query('select 1 from territory_dk.streams where stream = $1 for update', [stream]);
    const waiting = upTo(2).map((n) => deliver(rig.service.messaging, forum.postCreated, { topicId, number: n + 2 }));
    const late = await rig.connect();
    expect((await late.subscribe(stream)).cursor.seq).toBe(1);
    await ground.query('commit');
    await Promise.all(waiting);
    for (const one of [client, late]) {
      await one.reach(stream, 3);
      expect(one.entries().map(({ seq }) => seq)).toEqual([2, 3]);
      one.socket.close();
    }
  });

  it('sends a client away that does not read, and gives it everything afterwards', async () => {
    const topicId = v7();
    const stream = `topic:${topicId}`;
    const count = 60_000;
    const { query } = rig.constellation.ground;
    await query(`insert into territory_dk.streams (stream, epoch, last_seq) select $1, epoch, $2 from territory_dk.stream_base`, [stream, count]);
    await query(
      `insert into territory_dk.stream_entries (stream, seq, epoch, name, data, happened_at)
       select $1, n, b.epoch, 'post.created', jsonb_build_object('topicId', $2::text, 'postId', $2::text, 'number', n), now() from generate_series(1, $3) n cross join territory_dk.stream_base b`,
      [stream, topicId, count]);
    const [{ epoch }] = (await query<{ epoch: string }>('select epoch from territory_dk.stream_base')) as [{ epoch: string }];
    const client = await rig.connect();
    const other = await rig.connect();
    const quick = v7();
    await other.subscribe(`topic:${quick}`);
    const raw = (client.socket as unknown as { _socket: { pause(): void; resume(): void } })._socket;
    client.send({ type: 'subscribe', stream, cursor: { epoch, seq: 0 } });
    raw.pause();
    // Others are served meanwhile.
    await deliver(rig.service.messaging, forum.postCreated, { topicId: quick });
    await other.reach(`topic:${quick}`, 1);
    const slow = async () => (await rig.service.app.inject({ url: '/metrics' })).body.match(/live_closings_total\{.*reason="slow".*\} [1-9]/) !== null;
    await vi.waitFor(async () => expect(await slow()).toBe(true), { timeout: 30_000, interval: 100 });
    raw.resume();
    const code = await client.end();
    const got = client.entries(stream).map(({ seq }) => seq);
    expect([1006, 1013]).toContain(code);
    expect(got.length).toBeLessThan(count);
    const { seqs } = await followThrough(rig, rig.service.url, stream, count, { epoch, seq: got.at(-1) ?? 0 });
    expect([...got, ...seqs]).toEqual(upTo(count));
    other.socket.close();
  }, 60_000);

  it('tells everyone on stop when to come back', async () => {
    const clients = await Promise.all(upTo(12).map(() => rig.connect()));
    const closing = clients.map((client) => client.until<Extract<websocket.ServerMessage, { type: 'closing' }>>(({ type }) => type === 'closing'));
    const stopped = rig.service.close();
    const told = await Promise.all(closing);
    expect(await Promise.all(clients.map((client) => client.end()))).toEqual(clients.map(() => 1012));
    expect(new Set(told.map(({ reason }) => reason))).toEqual(new Set(['drain']));
    expect(new Set(told.map(({ retryAfterMs }) => retryAfterMs)).size).toBeGreaterThan(6);
    expect(Math.max(...told.map(({ retryAfterMs }) => retryAfterMs))).toBeLessThanOrEqual(3_000);
    await stopped;
  });
});

describe('two processes', () => {
  it('wake each other: a commit in one reaches the sockets of both', async () => {
    const rig = await startRig({ sweepMs: 600_000 }, 2);
    try {
      const topicId = v7();
      const stream = `topic:${topicId}`;
      const clients = await Promise.all(rig.services.map(({ url }) => rig.connect({ at: url })));
      await Promise.all(clients.map((client) => client.subscribe(stream)));
      for (let n = 0; n < 30; n++) await deliver(rig.service.messaging, forum.postCreated, { topicId, number: n + 2 });
      for (const client of clients) {
        await client.reach(stream, 30);
        expect(client.entries(stream).map(({ seq }) => seq)).toEqual(upTo(30));
      }
    } finally {
      await rig.stop();
    }
  });
});

describe('Redis and NATS', () => {
  it('may be wiped and restarted in mid-stream: the stream goes on, and cursors hold', async () => {
    const stateDir = await mkdtemp(join(tmpdir(), 'unityplan-ws-'));
    const account = { name: 'T', user: 't', password: 'secret-of-test', jetstream: true };
    const nats = await startNats({ stateDir, port: 0, serverName: 'wiped', domain: 'test', accounts: [account], syncInterval: '1s' });
    const redis = await startRedis({ stateDir, port: 0 });
    let rig: Rig | undefined;
    try {
      rig = await startRig({ sweepMs: 500 }, 1, { natsUrl: nats.url, natsUser: account.user, natsPassword: account.password, redisUrl: redis.url });
      const topicId = v7();
      const stream = `topic:${topicId}`;
      const replies = (from: number, count: number) => upTo(from + count - 1, from).map((number) => ({ ...forum.postCreated.example, topicId, postId: v7(), number }));
      const client = await rig.connect();
      const { cursor } = await client.subscribe(stream);
      await rig.publish(forum.postCreated, replies(2, 30));
      await client.reach(stream, 10);
      nats.kill9();
      redis.kill9();
      await rm(join(stateDir, 'nats', 'jetstream'), { recursive: true, force: true });
      await rm(join(stateDir, 'redis', 'dump.rdb'), { force: true });
      await rig.publish(forum.postCreated, replies(32, 20)); // work goes on: the outbox takes it
      const meanwhile = await rig.connect(); // and so do tickets
      expect(await meanwhile.subscribe(stream, { ...cursor, seq: 5 })).toMatchObject({ recovered: true });
      await Promise.all([nats.restart(), redis.restart()]);
      await rig.publish(forum.postCreated, replies(52, 10));
      await Promise.all([client.reach(stream, 60), meanwhile.reach(stream, 60)]);
      expect(client.entries(stream).map(({ seq }) => seq)).toEqual(upTo(60));
      expect(client.entries(stream).map(({ data }) => data.number)).toEqual(upTo(61, 2));
      expect(meanwhile.entries(stream).map(({ seq }) => seq)).toEqual(upTo(60, 6));
      const back = await rig.connect();
      expect(await back.subscribe(stream, { ...cursor, seq: 0 })).toMatchObject({ recovered: true });
      await back.reach(stream, 60);
      expect(back.entries(stream).map(({ seq }) => seq)).toEqual(upTo(60));
      for (const one of [client, meanwhile, back]) one.socket.close();
    } finally {
      await rig?.stop();
      await Promise.all([nats.stop(), redis.stop()]);
      await rm(stateDir, { recursive: true, force: true });
    }
  }, 120_000);
});
