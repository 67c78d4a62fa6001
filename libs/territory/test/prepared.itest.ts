import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { runRead, runTransact, type Tx } from '../src/database.ts';
import { ConnectionBudget, createTerritoryDb, inMemoryRegistry, REFERENCE_TERRITORIES } from '../src/index.ts';
import { queryWrapped } from '../src/wrapped-query.ts';
import { migratedPod, type TestPod } from './pod.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the fixtures have no table types
type Any = any;
let pod: TestPod;
let client: pg.Client;
let sent: string[] = [];

beforeAll(async () => void (pod = await migratedPod(['DK'])));
afterAll(() => pod.drop());
beforeEach(async () => {
  client = new pg.Client(pod.databases.connection('DK', 'forum'));
  await client.connect();
  const wire = (client as Any).connection;
  for (const message of ['parse', 'describe']) {
    const original = wire[message].bind(wire);
    wire[message] = (...args: unknown[]) => (sent.push(message), original(...args));
  }
  sent = [];
});
afterEach(() => client.end());

const lease = () => ({ client, release: () => {} });
const transact = <T>(fn: (tx: Tx<Any>) => Promise<T>) => runTransact<Any, T>(lease(), 'DK', fn, {}, () => {});
const read = <T>(fn: (db: Any) => Promise<T>) => runRead<Any, T>(lease(), fn);
const prepared = async (): Promise<string[]> => (await client.query('select statement from pg_prepared_statements')).rows.map((row) => row.statement as string);

it('has a statement that comes again neither parsed nor described, and its transaction neither', async () => {
  const round = async () => {
    sent = [];
    await transact((tx) => tx.db.insertInto('forum_topics').values({ title: 'again' }).execute());
    const titles: unknown[] = await read((db) => db.selectFrom('forum_topics').select(['title', 'id']).execute());
    expect(titles.at(-1)).toEqual({ title: 'again', id: expect.anything() as unknown });
    return sent;
  };
  expect((await round()).length).toBeGreaterThan(0);
  for (let i = 0; i < 4; i++) await round();
  expect(await round()).toEqual([]);
});

it('keeps no more than 60 on a connection, and all go on working', async () => {
  const ask = (n: number) => read(async (db) => (await sql.raw<{ a: number }>(`select ${n} as a`).execute(db)).rows[0]!.a);
  for (let round = 0; round < 4; round++) for (let n = 0; n < 100; n++) expect(await ask(n)).toBe(n);
  const kept = await prepared();
  expect(kept.length).toBeGreaterThan(50);
  expect(kept.length).toBeLessThanOrEqual(60);
});

it('gives no name to what is used once or twice', async () => {
  for (let n = 1000; n < 1010; n++) await read((db) => sql.raw(`select ${n} as once`).execute(db));
  expect((await prepared()).filter((text) => text.includes('as once'))).toEqual([]);
});

it('goes on when a migration changes what a statement answers', async () => {
  const registry = inMemoryRegistry(REFERENCE_TERRITORIES.map((one) => (one.id === 'DK' ? { ...one, status: 'active', podId: pod.databases.podId } : one)));
  const db = createTerritoryDb<Any>({ service: 'forum', databases: pod.databases, registry, budget: new ConnectionBudget() });
  const everything = () => db.read('DK', (reader) => reader.selectFrom('forum_topics').selectAll().orderBy('id').execute() as Promise<object[]>);
  const touch = () => db.transact('DK', (tx) => tx.db.updateTable('forum_topics').set({ title: 'touched' }).returningAll().execute() as Promise<object[]>);
  const admin = new pg.Client(pod.databases.adminUrl('DK'));
  await admin.connect();
  try {
    await db.transact('DK', (tx) => tx.db.insertInto('forum_topics').values({ title: 'a topic' }).execute());
    for (let i = 0; i < 8; i++) await Promise.all([everything(), touch(), everything(), touch()]);
    await admin.query('alter table territory_dk.forum_topics add column mood text default $$good$$');
    for (const rows of await Promise.all([everything(), touch(), everything(), touch()])) expect(rows[0]).toMatchObject({ mood: 'good' });
    await admin.query('alter table territory_dk.forum_topics drop column mood');
    for (const rows of await Promise.all([everything(), touch(), everything(), touch()])) expect(rows[0]).not.toHaveProperty('mood');
  } finally {
    await admin.end();
    await db.close();
  }
});

it('learns of a parameter that has another type since a migration', async () => {
  const admin = new pg.Client(pod.databases.adminUrl('DK'));
  await admin.connect();
  try {
    await admin.query('alter table territory_dk.forum_topics add column mood int');
    const find = () => read((db) => db.selectFrom('forum_topics').select('mood').where('mood', '=', '1').execute() as Promise<unknown[]>);
    for (let i = 0; i < 5; i++) await find();
    await admin.query('alter table territory_dk.forum_topics alter column mood type text');
    await expect(find()).rejects.toMatchObject({ code: '42883' }); // text = integer
    await client.query('rollback');
    expect(await find()).toEqual([]);
  } finally {
    await admin.query('alter table territory_dk.forum_topics drop column mood');
    await admin.end();
  }
});

it('is as good as new after every kind of failure, in any order', async () => {
  const unsendable = { toPostgres: () => { throw new Error('no value'); } };
  // What each does alone, on a connection of its own: the answer, or the code of the failure.
  const statements: { text: string; values: unknown[] }[] = [
    { text: 'select $1::int as a', values: [7] }, { text: `select 'x' as a, 2 as b`, values: [] }, { text: 'select no_such_column', values: [] },
    { text: 'select 1 / $1::int as a', values: [0] }, { text: 'select 1 / $1::int as a', values: [1] }, { text: 'select $1::text as a', values: [unsendable] },
    { text: 'select $1::text as a', values: ['y'] }, { text: 'create temp table if not exists t (a int)', values: [] }, { text: 'this is no SQL', values: [] },
  ];
  const outcome = (work: Promise<pg.QueryResult>) => work.then(({ rows }) => rows as unknown, (error: { code?: string; message: string }) => error.code ?? error.message);
  const wrappings: [string | undefined, string | undefined][] = [['begin', 'commit'], [undefined, undefined], ['begin', 'nonsense after']];
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(statements.length - 1), fc.nat(2)), { minLength: 5, maxLength: 30 }), async (steps) => {
    for (const [which, wrapping] of steps) {
      const { text, values } = statements[which]!;
      const [before, after] = wrappings[wrapping]!;
      const plain = new pg.Client(pod.databases.connection('DK', 'forum'));
      const expected = await plain.connect().then(() => outcome(plain.query({ text, values, queryMode: 'extended' } as never))).finally(() => plain.end());
      const seen = await outcome(queryWrapped(client, { text, values, queryMode: 'extended' } as never, before, after));
      expect(seen).toEqual(after?.startsWith('nonsense') && typeof expected !== 'string' ? '42601' : expected);
      await client.query('rollback');
    }
  }), { numRuns: 12 });
});
