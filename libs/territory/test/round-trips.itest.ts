import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { runRead, runTransact, type Tx } from '../src/database.ts';
import { queryWrapped } from '../src/wrapped-query.ts';
import { migratedPod, type TestPod } from './pod.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the fixtures have no table types
type Any = any;
let pod: TestPod;
let client: pg.Client;
let trips = 0;

beforeAll(async () => void (pod = await migratedPod(['DK'])));
afterAll(() => pod.drop());
beforeEach(async () => {
  client = new pg.Client(pod.databases.connection('DK', 'forum'));
  await client.connect();
  (client as Any).connection.on('readyForQuery', () => trips++);
  trips = 0;
});
afterEach(() => client.end());

const lease = () => ({ client, release: () => {} });
const status = (): string => (client as Any).getTransactionStatus();
const transact = <T>(fn: (tx: Tx<Any>) => Promise<T>) => runTransact<Any, T>(lease(), 'DK', fn, {}, () => {});
const insert = (tx: Tx<Any>, title: string) => tx.db.insertInto('forum_topics').values({ title }).execute();
const titles = () => runRead<Any, { title: string }[]>(lease(), (db) => db.selectFrom('forum_topics').select('title').orderBy('id').execute() as never);

it('reads in one round trip and writes in one more than there are statements', async () => {
  await titles();
  expect([trips, status()]).toEqual([1, 'I']);
  await transact(async (tx) => [await insert(tx, 'a'), await insert(tx, 'b')]);
  expect([trips, status()]).toEqual([4, 'I']);
  await transact(async () => {});
  expect(trips).toBe(4);
  expect(await titles()).toEqual([{ title: 'a' }, { title: 'b' }]);
});

it('runs nothing after a beginning that failed', async () => {
  const text = `insert into forum_topics (title) values ('never')`;
  await expect(queryWrapped(client, { text, queryMode: 'extended' } as never, 'start transaction isolation level nonsense')).rejects.toMatchObject({ code: '42601' });
  expect(status()).toBe('I');
  expect(await titles()).not.toContainEqual({ title: 'never' });
});

it('refuses a reader every way to write', async () => {
  const read = (text: string) => runRead<Any, unknown>(lease(), (db) => sql.raw(text).execute(db));
  await expect(read('with gone as (delete from forum_topics returning 1) select * from gone')).rejects.toMatchObject({ code: '25006' });
  await expect(read(`select set_config('transaction_read_only', 'off', true)`)).rejects.toMatchObject({ code: '25001' });
  // A default for later transactions helps nobody: each says for itself that it only reads.
  await read(`select set_config('default_transaction_read_only', 'off', false)`);
  await expect(read(`delete from forum_topics`)).rejects.toMatchObject({ code: '25006' });
  expect(status()).toBe('I');
});

it('ends as aborted what failed, also when the code inside swallows it', async () => {
  const swallowing = transact(async (tx) => {
    await sql`select 1/0`.execute(tx.db).catch(() => undefined);
    await insert(tx, 'after a failure');
  });
  await expect(swallowing).rejects.toMatchObject({ code: '25P02' });
  await expect(transact(async (tx) => void (await sql`select 1/0`.execute(tx.db).catch(() => undefined)))).rejects.toThrow(/rolled back/);
  const reading = runRead<Any, unknown>(lease(), async (db) => {
    await sql`select 1/0`.execute(db).catch(() => undefined);
    return sql`select 1`.execute(db);
  });
  await expect(reading).rejects.toMatchObject({ code: '25P02' });
  expect(status()).toBe('I');
  expect(await titles()).not.toContainEqual({ title: 'after a failure' });
});

it('keeps its transaction when values cannot be sent', async () => {
  const unsendable = { toPostgres: () => { throw new Error('no value'); } };
  await transact(async (tx) => {
    await expect(sql`select ${unsendable}::text`.execute(tx.db)).rejects.toThrow('no value');
    await insert(tx, 'kept');
    expect(status()).toBe('T');
  });
  await expect(runRead<Any, unknown>(lease(), (db) => sql`select ${unsendable}::text`.execute(db))).rejects.toThrow('no value');
  expect(status()).toBe('I');
  expect(await titles()).toContainEqual({ title: 'kept' });
});

it('leaves no transaction behind a read that was not awaited', async () => {
  await runRead<Any, void>(lease(), async (db) => void sql`select 1/0`.execute(db).catch(() => undefined)).catch(() => undefined);
  await client.query('select 1');
  expect(status()).toBe('I');
});

it('runs what is put before the commit last, in the commit’s round trip, and commits nothing when it fails', async () => {
  const title = (text: string) => ({ sql: 'insert into forum_topics (title) values ($1)', parameters: [text] });
  const written: string[] = [];
  const answers: unknown[] = [];
  await transact(async (tx) => {
    tx.beforeCommit(() => title(written.join()));
    tx.beforeCommit(() => ({ sql: 'select title from forum_topics order by id desc limit 1', parameters: [] }), (rows) => answers.push(...rows));
    await insert(tx, 'first');
    written.push('told', 'late');
  });
  expect([trips, status(), answers]).toEqual([3, 'I', [{ title: 'told,late' }]]);
  await transact(async (tx) => tx.beforeCommit(() => title('alone')));
  expect([trips, status()]).toEqual([4, 'I']);
  await transact(async (tx) => [tx.beforeCommit(() => title('one')), tx.beforeCommit(() => title('two'))]);
  expect([trips, status()]).toEqual([6, 'I']);
  expect((await titles()).slice(-5).map((row) => row.title)).toEqual(['first', 'told,late', 'alone', 'one', 'two']);
  let committed = false;
  const failing = transact(async (tx) => {
    await insert(tx, 'never');
    tx.onCommit(() => void (committed = true));
    tx.beforeCommit(() => ({ sql: 'select 1 / $1::int', parameters: [0] }));
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  const swallowing = transact(async (tx) => {
    tx.beforeCommit(() => title('never'));
    await sql`select 1/0`.execute(tx.db).catch(() => undefined);
  });
  await expect(swallowing).rejects.toMatchObject({ code: '25P02' });
  expect(committed).toBe(false);
  expect(status()).toBe('I');
  expect(await titles()).not.toContainEqual({ title: 'never' });
  const rolledBack = transact(async (tx) => {
    tx.beforeCommit(() => title('never'));
    throw new Error('changed my mind');
  });
  await expect(rolledBack).rejects.toThrow('changed my mind');
  expect(await titles()).not.toContainEqual({ title: 'never' });
});
