import { jetstream } from '@nats-io/jetstream';
import { exampleId, forum } from '@unityplan/contracts';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NatsLink, Outbox, type AnyTx } from '../src/index.ts';
import { startPod, until, type AnyDb, type Pod } from './support/pod.ts';

let pod: Pod, db: AnyDb, link: NatsLink;
const outbox = new Outbox();
let next = 5000;
const newTopic = () => exampleId(next++);
const publish = (tx: AnyTx, topicId: string) => outbox.publish(tx, forum.topicCreated, { ...forum.topicCreated.example, topicId });
const unsent = async () => (await pod.admin.query('SELECT count(*)::int AS n FROM messaging.outbox WHERE sent_at IS NULL')).rows[0].n as number;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** `[aggregate, seq]` in the order of the stream. */
async function inStream(): Promise<[string, number][]> {
  const consumer = await jetstream(link.nc).consumers.get('TERRITORY_DK', { headers_only: true });
  const all: [string, number][] = [];
  const info = await (await link.manager()).streams.info('TERRITORY_DK');
  for await (const m of await consumer.fetch({ max_messages: info.state.messages, expires: 3000 })) all.push([m.headers!.get('up-aggregate'), Number(m.headers!.get('up-seq'))]);
  return all;
}

beforeAll(async () => {
  pod = await startPod();
});
afterEach(async () => {
  await pod.closeAll();
});
afterAll(async () => {
  await pod.drop();
});
const begin = async () => {
  db = pod.db('forum');
  link = await pod.link();
};

describe('the relay', () => {
  it('sends what commits while another transaction stays open, and that one when it commits', async () => {
    await begin();
    const relay = await pod.relay({ sweepMs: 60_000 });
    const [slow, quick] = [newTopic(), newTopic()];
    const gate = await pod.admin.connect();
    await gate.query('SELECT pg_advisory_lock(4711)');
    const long = db.transact('DK', async (tx) => {
      await publish(tx, slow); // takes its number first, at the end of the transaction …
      tx.beforeCommit(() => sql`SELECT pg_advisory_xact_lock(4711)`.compile(tx.db)); // … which then has to wait
    });
    await until(async () => (await gate.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = 4711`)).rowCount === 1);
    const behind = db.transact('DK', (tx) => publish(tx, slow)); // waits for the row lock of its aggregate
    await db.transact('HAIDA-FN-CA', (tx) => publish(tx, quick));
    await until(async () => (await inStream().catch(() => [])).some(([aggregate]) => aggregate === quick));
    expect((await inStream()).some(([aggregate]) => aggregate === slow)).toBe(false);
    await gate.query('SELECT pg_advisory_unlock(4711)'); // … and commits last
    gate.release();
    await Promise.all([long, behind]);
    await relay.drain();
    expect((await inStream()).filter(([aggregate]) => aggregate === slow)).toEqual([[slow, 1], [slow, 2]]);
  });

  it('keeps the order of every aggregate, however commits interleave', async () => {
    await begin();
    const relay = await pod.relay({ inFlight: 8 });
    const topics = [newTopic(), newTopic(), newTopic()];
    await Promise.all(Array.from({ length: 120 }, async (_, i) => {
      await pause(Math.random() * 100);
      await db.transact(i % 2 ? 'DK' : 'HAIDA-FN-CA', async (tx) => {
        await publish(tx, topics[i % 3]!);
        await pause(Math.random() * (i % 10 === 0 ? 60 : 3));
        if (i % 7 === 0) throw new Error('rolled back');
      }).catch((error: Error) => expect(error.message).toBe('rolled back'));
    }));
    await relay.drain();
    const { rows } = await pod.admin.query('SELECT territory, aggregate, array_agg(seq::int ORDER BY seq) AS seqs FROM messaging.outbox WHERE aggregate = ANY ($1) GROUP BY 1, 2', [topics]);
    for (const row of rows as { seqs: number[] }[]) expect(row.seqs).toEqual(row.seqs.map((_, i) => i + 1));
    const perLane = new Map<string, number[]>();
    const consumer = await jetstream(link.nc).consumers.get('TERRITORY_DK', { headers_only: true });
    const { state } = await (await link.manager()).streams.info('TERRITORY_DK');
    for await (const { headers } of await consumer.fetch({ max_messages: state.messages, expires: 3000 })) {
      const lane = `${headers!.get('up-territory')} ${headers!.get('up-aggregate')}`;
      perLane.set(lane, [...(perLane.get(lane) ?? []), Number(headers!.get('up-seq'))]);
    }
    for (const seqs of perLane.values()) expect(seqs).toEqual(seqs.map((_, i) => i + 1));
  });

  it('is one of several, and another takes over when its connection dies', async () => {
    await begin();
    const relays = [await pod.relay(), await pod.relay()];
    const active = () => relays.filter((relay) => relay.status.active);
    await until(() => active().length === 1);
    const before = active()[0];
    await pod.admin.query(`SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory' AND a.application_name = 'unityplan leases' AND a.datname = current_database()`);
    await until(() => !before!.status.active || active().length === 2);
    await db.transact('DK', (tx) => publish(tx, newTopic()));
    await until(async () => (await unsent()) === 0);
    await until(() => active().length === 1);
  });

  it('outlives an outage of NATS', async () => {
    await begin();
    const relay = await pod.relay();
    await until(() => relay.status.active);
    pod.nats.kill9();
    const topicId = newTopic();
    for (let i = 0; i < 10; i++) await db.transact('DK', (tx) => publish(tx, topicId));
    await pause(1500);
    expect(await unsent()).toBe(10);
    await pod.nats.restart();
    await relay.drain();
    expect((await inStream()).filter(([aggregate]) => aggregate === topicId).map(([, seq]) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('fills a stream again that was deleted under it', async () => {
    await begin();
    const relay = await pod.relay({ checkMs: 200 });
    await db.transact('DK', (tx) => publish(tx, newTopic()));
    await relay.drain();
    const before = (await inStream()).length;
    await (await link.manager()).streams.delete('TERRITORY_DK');
    await until(async () => (await inStream().catch(() => [])).length === before);
    await relay.drain();
  });

  it('is quick: from commit to acknowledgement', async () => {
    await begin();
    const seconds: number[] = [];
    const relay = await pod.relay({ onSent: (_event, s) => seconds.push(s) });
    await until(() => relay.status.active);
    await db.transact('DK', (tx) => publish(tx, newTopic()));
    await relay.drain();
    seconds.length = 0;
    for (let i = 0; i < 100; i++) {
      await db.transact('DK', (tx) => publish(tx, newTopic()));
      await until(() => seconds.length === i + 1);
    }
    const sorted = seconds.sort((a, b) => a - b);
    const began = performance.now();
    await pod.admin.query(`INSERT INTO messaging.outbox (event_id, service, territory, scope, event, aggregate, seq, payload)
      SELECT gen_random_uuid(), 'forum', 'DK', 'territory', 'topic.created', 'bulk' || n % 500, n, '{}' FROM generate_series(1, 5000) n`);
    await relay.drain();
    const rate = 5000 / ((performance.now() - began) / 1000);
    console.log(`commit → ack p50 ${(sorted[50]! * 1000).toFixed(1)} ms, p99 ${(sorted[98]! * 1000).toFixed(1)} ms; backlog of 5000 at ${rate.toFixed(0)}/s`);
    expect(sorted[50]!).toBeLessThan(0.1);
  });
});

describe('the walls', () => {
  const as = async (scope: string, service: string, text: string, values: unknown[] = []) => {
    const client = new pg.Client(pod.databases.connection(scope, service));
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  const row = (service: string, territory: string) =>
    `INSERT INTO messaging.outbox (event_id, service, territory, scope, event, aggregate, seq, payload) VALUES (gen_random_uuid(), '${service}', '${territory}', 'territory', 'topic.created', 'walls', 1, '{}')`;

  it('let a territory publish only as itself', async () => {
    await as('DK', 'forum', row('forum', 'DK'));
    await expect(as('DK', 'forum', row('forum', 'HAIDA-FN-CA'))).rejects.toThrow('row-level security');
    await expect(as('DK', 'forum', row('user', 'DK'))).rejects.toThrow('row-level security');
    await expect(as('DK', 'forum', 'SELECT * FROM messaging.outbox')).rejects.toThrow('permission denied');
    await expect(as('DK', 'forum', `UPDATE messaging.outbox SET sent_at = now()`)).rejects.toThrow('permission denied');
    expect((await as('global', 'event', 'SELECT * FROM messaging.outbox')).length).toBeGreaterThan(0);
  });
  it('show a service only its own inbox and dead letters, of its own territory', async () => {
    await as('DK', 'forum', `INSERT INTO messaging.inbox VALUES ('forum', messaging.first_id_of(now()))`);
    await expect(as('DK', 'forum', `INSERT INTO messaging.inbox VALUES ('user', messaging.first_id_of(now()))`)).rejects.toThrow('row-level security');
    expect(await as('DK', 'user', 'SELECT * FROM messaging.inbox')).toEqual([]);
    const bury = (territory: string) => `INSERT INTO messaging.dead_letters (consumer, event_id, territory, event, aggregate, seq, event_time, payload, reason) VALUES ('forum', gen_random_uuid(), '${territory}', 'x.y', 'a', 1, now(), '{}', 'r')`;
    await as('HAIDA-FN-CA', 'forum', bury('HAIDA-FN-CA'));
    expect(await as('DK', 'forum', 'SELECT * FROM messaging.dead_letters')).toEqual([]);
    expect(await as('global', 'forum', 'SELECT * FROM messaging.dead_letters')).toHaveLength(1);
    await expect(as('DK', 'forum', 'SELECT messaging.tend_partitions(7)')).rejects.toThrow('permission denied');
  });
  it('keep days with unsent rows and drop old ones', async () => {
    const parts = async () => ((await pod.admin.query(`SELECT relname FROM pg_class WHERE relname ~ '^(outbox|inbox)_2020' AND relkind = 'r' ORDER BY 1`)).rows as { relname: string }[]).map((one) => one.relname);
    for (const day of ['01', '02']) await pod.admin.query(`CREATE TABLE messaging.outbox_202001${day} PARTITION OF messaging.outbox FOR VALUES FROM ('2020-01-${day}') TO ('2020-01-${Number(day) + 1}')`);
    await pod.admin.query(`INSERT INTO messaging.outbox (event_id, service, territory, scope, event, aggregate, seq, payload, created_at) VALUES (gen_random_uuid(), 'forum', 'DK', 'territory', 'topic.created', 'old', 1, '{}', '2020-01-02 12:00Z')`);
    expect(await parts()).toHaveLength(2);
    await as('global', 'event', 'SELECT messaging.tend_partitions(7)');
    expect(await parts()).toEqual(['outbox_20200102']);
    for (const table of ['outbox', 'inbox'])
      expect((await pod.admin.query(`SELECT count(*)::int AS n FROM pg_inherits WHERE inhparent = 'messaging.${table}'::regclass`)).rows[0].n).toBeGreaterThanOrEqual(5);
    expect((await pod.admin.query('SELECT (SELECT count(*) FROM messaging.outbox_default) + (SELECT count(*) FROM messaging.inbox_default WHERE event_id > messaging.first_id_of(now())) AS n')).rows[0].n).toBe('0');
  });
});
