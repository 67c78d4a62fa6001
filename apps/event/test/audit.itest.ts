import { randomUUID } from 'node:crypto';
import { allEvents, auth, event, eventKey, forum } from '@unityplan/contracts';
import { configured, deliver, seededBelow, startConstellation, type Constellation } from '@unityplan/testing';
import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Checkpoints, eventConfig, Relays, startEvent } from '../src/app.ts';
import { CheckpointKey, hashOf, verifyTrail, type AuditEntry, type TrailSource } from '../src/audit/trail.ts';

let pod: Constellation;
let trail: pg.Client;
let key: CheckpointKey;
beforeAll(async () => {
  // Checkpoints come when a test makes them.
  pod = await startConstellation({ services: [configured(startEvent, eventConfig, { checkpointSoonMs: 3_600_000 })] });
  key = new CheckpointKey(pod.config.podSecret, 'DK');
  trail = new pg.Client({ connectionString: pod.ground.databaseUrl, options: '-c search_path=territory_dk' });
  await trail.connect();
});
afterAll(async () => {
  await trail?.end();
  await pod?.stop();
});

const server = () => pod.service('event').messaging;
const verdict = (source: TrailSource = trail) => verifyTrail(source, 'DK', key);

describe('the trail', () => {
  it('takes every event of the platform, from the outbox over the relay', async () => {
    const events = allEvents.filter(({ scope }) => scope === 'territory');
    for (const contract of events) {
      await pod.ground.query(
        `insert into messaging.outbox (event_id, service, territory, scope, event, aggregate, seq, payload) values ($1, $2, 'DK', 'territory', $3, $4, 1, $5)`,
        [randomUUID(), contract.owner, eventKey(contract), randomUUID(), JSON.stringify(contract.example)]);
    }
    await pod.ground.query(`select pg_notify('outbox', '')`);
    await pod.service('event').app.get(Relays).drain();
    await server().drain();
    const { rows } = await trail.query<{ name: string }>('select name from audit_entries order by seq');
    expect(rows.map(({ name }) => name).sort()).toEqual(events.map(eventKey).sort());
    expect(await verdict()).toMatchObject({ entries: events.length, faults: [] });
  });

  it('has one order, however many write at once, and each event once', async () => {
    const before = (await verdict()).entries;
    const ids = Array.from({ length: 60 }, () => v7());
    await Promise.all([...ids, ...ids.slice(0, 20)].map((id) => deliver(server(), forum.postCreated, { topicId: v7() }, { id })));
    expect(await verdict()).toMatchObject({ entries: before + 60, faults: [] });
  });

  it('holds who did it as an id, and of what was said only a hash', async () => {
    const memberId = v7();
    await deliver(server(), auth.sessionOpened, { memberId });
    const { rows } = await trail.query('select * from audit_entries where member_id = $1', [memberId]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(auth.sessionOpened.example.sessionId);
  });

  it('is apart for each territory', async () => {
    await deliver(server(), forum.postCreated, {}, { territory: 'NO' });
    const norway = new pg.Client({ connectionString: pod.ground.databaseUrl, options: '-c search_path=territory_no' });
    await norway.connect();
    try {
      expect(await verifyTrail(norway, 'NO', new CheckpointKey(pod.config.podSecret, 'NO'))).toMatchObject({ entries: 1, faults: [] });
      expect((await verifyTrail(norway, 'DK', key)).faults).toContainEqual({ seq: 1, fault: 'changed' });
    } finally {
      await norway.end();
    }
  });

  it('can be changed or cut by no role of a service', async () => {
    const client = new pg.Client(pod.resources.databases.connection('DK', 'event'));
    await client.connect();
    try {
      for (const text of [`update audit_entries set name = 'x'`, 'delete from audit_entries', 'truncate audit_entries', `update audit_checkpoints set head = 'x'`, 'delete from audit_checkpoints', 'delete from audit_head', 'drop table audit_entries'])
        await expect(client.query(text), text).rejects.toThrow(/permission denied|must be owner/);
    } finally {
      await client.end();
    }
  });
});

describe('checkpoints', () => {
  it('are signed, public, and made once per place', async () => {
    expect(await pod.call(event.getCheckpoint, { territory: 'NO' })).toMatchObject({ status: 404, problem: { code: 'not_found' } });
    const checkpoints = pod.service('event').app.get(Checkpoints);
    const made = (await checkpoints.make('DK'))!;
    expect(await checkpoints.make('DK')).toEqual(made);
    const answer = await pod.call(event.getCheckpoint, { territory: 'DK' });
    expect([answer.status, answer.body]).toEqual([200, { ...made, publicKey: key.published }]);
    expect(key.holds(made)).toBe(true);
    for (const forged of [{ ...made, seq: made.seq + 1 }, { ...made, head: 'f'.repeat(64) }, { ...made, root: 'f'.repeat(64) }, { ...made, root: null }, { ...made, territory: 'NO' }, { ...made, at: new Date().toISOString() }, { ...made, signature: made.signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')) }]) expect(key.holds(forged)).toBe(false);
    expect(new CheckpointKey('another secret of another pod, long enough', 'DK').holds(made)).toBe(false);
    expect(await verdict()).toMatchObject({ coveredTo: made.seq, checkpoints: 1, faults: [] });
  });

  it('are made by the clock', async () => {
    const quick = await startConstellation({ services: [configured(startEvent, eventConfig, { checkpointEveryMs: 50 })] });
    try {
      await deliver(quick.service('event').messaging, forum.postCreated);
      await vi.waitFor(async () => expect((await quick.call(event.getCheckpoint)).status).toBe(200), { timeout: 20_000, interval: 50 });
    } finally {
      await quick.stop();
    }
  });
});

describe('whoever changes the trail behind our back', () => {
  const columns = ['event_id', 'recorded_at', 'happened_at', 'name', 'aggregate', 'aggregate_seq', 'member_id', 'payload_hash', 'prev_hash', 'hash'] as const;
  const changed: Record<(typeof columns)[number], string> = {
    event_id: 'gen_random_uuid()', recorded_at: `recorded_at - interval '1 hour'`, happened_at: `happened_at - interval '1 millisecond'`, name: `name || 'x'`, aggregate: 'gen_random_uuid()::text',
    aggregate_seq: 'aggregate_seq + 1', member_id: 'gen_random_uuid()::text', payload_hash: `encode(sha256(payload_hash::bytea), 'hex')`, prev_hash: 'hash', hash: 'prev_hash',
  };

  it('is found out: 600 random changes, each of its kind', async () => {
    for (let n = 0; n < 30; n++) await deliver(server(), forum.postCreated, { topicId: v7() });
    await pod.service('event').app.get(Checkpoints).make('DK');
    const { entries } = await verdict();
    const any = (random: (below: number) => number, from = 1) => from + random(entries - from + 1);
    const kinds: Record<string, (random: (below: number) => number) => Promise<string>> = {
      change: async (random) => {
        const column = columns[random(columns.length)]!;
        const seq = any(random, 2);
        await trail.query(`update audit_entries set ${column} = ${changed[column]} where seq = $1`, [seq]);
        return `${column} of ${seq}`;
      },
      remove: async (random) => {
        const seq = any(random);
        await trail.query('delete from audit_entries where seq = $1', [seq]);
        return `removed ${seq}`;
      },
      'remove and close the gap': async (random) => {
        const seq = any(random);
        await trail.query('delete from audit_entries where seq = $1', [seq]);
        await trail.query('update audit_entries set seq = -seq where seq > $1', [seq]);
        await trail.query('update audit_entries set seq = -seq - 1 where seq < 0');
        await trail.query('update audit_head set seq = seq - 1');
        return `closed ${seq}`;
      },
      swap: async (random) => {
        const [a, b] = [any(random, 1), any(random, 1)];
        const other = a === b ? (a === entries ? a - 1 : a + 1) : b;
        await trail.query(`create temp table two on commit drop as select * from audit_entries where seq in (${a}, ${other})`);
        await trail.query('delete from audit_entries where seq in ($1, $2)', [a, other]);
        await trail.query('insert into audit_entries select case seq when $1 then $2::bigint else $1::bigint end, event_id, recorded_at, happened_at, name, aggregate, aggregate_seq, member_id, payload_hash, prev_hash, hash from two', [a, other]);
        return `swapped ${a} and ${other}`;
      },
      cut: async (random) => {
        const seq = any(random, 2);
        await trail.query('delete from audit_entries where seq >= $1', [seq]);
        if (random(2) === 0) await trail.query('update audit_head set seq = e.seq, hash = e.hash from audit_entries e where e.seq = $1', [seq - 1]);
        return `cut at ${seq}`;
      },
      'rewrite with right hashes': async (random) => {
        const from = any(random);
        await rewrite(from);
        return `rewritten from ${from}`;
      },
      insert: async (random) => {
        const seq = entries + 1;
        const when = random(2) === 0 ? `now() - interval '1 year'` : 'now()';
        await trail.query(`insert into audit_entries select $1, gen_random_uuid(), ${when}, ${when}, name, aggregate, aggregate_seq, member_id, payload_hash, hash, encode(sha256(hash::bytea), 'hex') from audit_entries where seq = $2`, [seq, entries]);
        return 'an entry too many';
      },
      'back-date with right hashes': async (random) => {
        const { rows: [last] } = await trail.query<{ hash: string; recorded_at: Date }>('select hash, recorded_at from audit_entries where seq = $1', [entries]);
        const at = new Date(last!.recorded_at.getTime() - 1 - random(100_000)).toISOString();
        const entry: Omit<AuditEntry, 'hash'> = { seq: entries + 1, eventId: randomUUID(), recordedAt: at, happenedAt: at, name: 'post.created', aggregate: 'a', aggregateSeq: 1, memberId: null, payloadHash: 'f'.repeat(64), prevHash: last!.hash };
        const hash = hashOf('DK', entry);
        await trail.query(`insert into audit_entries values ($1, $2, $3, $3, 'post.created', 'a', 1, null, $4, $5, $6)`, [entry.seq, entry.eventId, at, entry.payloadHash, entry.prevHash, hash]);
        await trail.query('update audit_head set seq = $1, hash = $2', [entry.seq, hash]);
        return 'back-dated';
      },
      tree: async (random) => {
        await trail.query(`update audit_nodes set hash = encode(sha256(hash::bytea), 'hex') where (level, place) = (select level, place from audit_nodes order by level, place offset $1 limit 1)`, [random(3)]);
        return 'a node of the tree';
      },
      checkpoint: async (random) => {
        await trail.query(`update audit_checkpoints set ${["head = repeat('a', 64)", "root = repeat('a', 64)", "root = null", "at = at - interval '1 hour'", "key_id = 'other'", "signature = reverse(signature)"][random(6)]!} where seq = (select max(seq) from audit_checkpoints)`);
        return 'checkpoint';
      },
    };
    // All later hashes and the head are made right again: only what was signed before tells.
    interface Row { event_id: string; recorded_at: Date; happened_at: Date; name: string; aggregate: string; aggregate_seq: string; member_id: string | null; payload_hash: string }
    const rewrite = async (from: number): Promise<void> => {
      const { rows } = await trail.query<Row>('select * from audit_entries where seq >= $1 order by seq', [from]);
      let prev = from === 1 ? '0'.repeat(64) : (await trail.query<{ hash: string }>('select hash from audit_entries where seq = $1', [from - 1])).rows[0]!.hash;
      for (const [n, row] of rows.entries()) {
        const name = n === 0 ? 'profile.updated' : row.name;
        const entry = {
          seq: from + n, eventId: row.event_id, recordedAt: row.recorded_at.toISOString(), happenedAt: row.happened_at.toISOString(), name, aggregate: row.aggregate,
          aggregateSeq: Number(row.aggregate_seq), memberId: row.member_id, payloadHash: row.payload_hash.replace(/^./, (c) => (n > 0 ? c : c === '0' ? '1' : '0')), prevHash: prev,
        };
        prev = hashOf('DK', entry);
        await trail.query('update audit_entries set name = $2, payload_hash = $3, prev_hash = $4, hash = $5 where seq = $1', [entry.seq, name, entry.payloadHash, entry.prevHash, prev]);
      }
      await trail.query('update audit_head set hash = $1', [prev]);
    };
    const random = seededBelow(7);
    const names = Object.keys(kinds);
    const missed: string[] = [];
    await trail.query('alter table audit_entries drop constraint audit_entries_seq_check');
    for (let n = 0; n < 600; n++) {
      const kind = names[n % names.length]!;
      await trail.query('begin');
      const what = await kinds[kind]!(random);
      const found = await verdict();
      if (found.faults.length === 0) missed.push(`${n} ${kind}: ${what}`);
      await trail.query('rollback');
    }
    expect(missed).toEqual([]);
    expect((await verdict()).faults).toEqual([]);
  }, 120_000);

  it('is found out even with the checkpoints gone, when somebody kept one', async () => {
    const kept = (await pod.call(event.getCheckpoint)).body;
    await trail.query('begin');
    try {
      await trail.query('delete from audit_checkpoints');
      await trail.query('delete from audit_entries where seq > 10');
      await trail.query('update audit_head set seq = 10, hash = (select hash from audit_entries where seq = 10)');
      expect((await verdict()).faults).toEqual([]); // nothing inside can tell
      expect((await verifyTrail(trail, 'DK', key, { witnessed: [kept] })).faults).toEqual([{ seq: kept.seq, fault: 'truncated' }]);
    } finally {
      await trail.query('rollback');
    }
  });
});
