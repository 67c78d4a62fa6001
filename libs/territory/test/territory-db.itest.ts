import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRegistry, registrySource, seedReferenceTerritories, type TerritoryDb, type Tx } from '../src/index.ts';
import { migratedPod, openDb, type TestPod } from './pod.ts';

let pod: TestPod;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the fixtures have no table types
let forum: TerritoryDb<any>;

beforeAll(async () => {
  pod = await migratedPod(['DK', 'NO']);
  forum = openDb(pod, 'forum', ['DK', 'NO']);
});
afterAll(async () => {
  await forum.close();
  await pod.drop();
});
const titles = (id: string) => forum.read(id, (db) => db.selectFrom('forum_topics').select('title').orderBy('id').execute());

describe('TerritoryDb', () => {
  it('keeps equal tables of two territories apart', async () => {
    await forum.transact('DK', (tx) => tx.db.insertInto('forum_topics').values({ title: 'dansk' }).execute());
    await forum.transact('no', (tx) => tx.db.insertInto('forum_topics').values({ title: 'norsk' }).execute());
    expect([await titles('DK'), await titles('NO')]).toEqual([[{ title: 'dansk' }], [{ title: 'norsk' }]]);
  });

  it('starts every connection with its schema and limits', async () => {
    const query = sql<{ name: string; setting: string }>`select name, setting from pg_settings
      where name in ('search_path', 'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'application_name')`;
    const { rows } = await forum.read('DK', (db) => query.execute(db));
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      search_path: 'territory_dk', statement_timeout: '10000', lock_timeout: '5000', idle_in_transaction_session_timeout: '30000', application_name: 'forum',
    });
  });

  it('lets a reader write neither by type nor by force', async () => {
    // @ts-expect-error a Reader has no insertInto
    await expect(forum.read('DK', async (db) => db.insertInto('forum_topics').values({ title: 'x' }).execute())).rejects.toMatchObject({ code: '25006' });
    await expect(forum.read('DK', (db) => sql`delete from forum_topics`.execute(db))).rejects.toMatchObject({ code: '25006' });
    await expect(forum.read('DK', (db) => sql`select 1; delete from forum_topics`.execute(db))).rejects.toMatchObject({ code: '42601' });
  });

  it.each(['commit', ' -- x\n ROLLBACK', '/* x */ begin', 'end', 'set role postgres', 'set local search_path = public', 'set transaction read write'])('keeps %j from code inside', async (text) => {
    const refused = expect.objectContaining({ code: 'TRANSACTION_CONTROL' });
    await expect(forum.read('DK', (db) => sql.raw(text).execute(db))).rejects.toEqual(refused);
    await expect(forum.transact('DK', (tx) => sql.raw(text).execute(tx.db))).rejects.toEqual(refused);
  });

  it('does not let a query started in time run after the commit', async () => {
    let late: Promise<unknown>[] = [];
    await forum.transact('NO', async (tx) => {
      late = ['a', 'b', 'c'].map((title) => tx.db.insertInto('forum_topics').values({ title }).execute());
      for (const one of late) one.catch(() => {});
    });
    const settled = await Promise.allSettled(late);
    const kept = settled.filter(({ status }) => status === 'fulfilled').length;
    expect((await titles('NO')).filter(({ title }) => 'abc'.includes(title))).toHaveLength(kept);
  });

  it('rolls back on an error and runs commit callbacks only after a commit', async () => {
    const seen: string[] = [];
    const run = (fail: boolean) =>
      forum.transact('DK', async (tx) => {
        tx.onCommit(async () => void seen.push((await titles('DK')).at(-1)!.title));
        await tx.db.insertInto('forum_topics').values({ title: `fail=${fail}` }).execute();
        if (fail) throw new Error('no');
      });
    await expect(run(true)).rejects.toThrow('no');
    expect(seen).toEqual([]);
    await run(false);
    expect(seen).toEqual(['fail=false']);
  });

  it('reports a failing commit callback and keeps the result', async () => {
    const errors: unknown[] = [];
    const db = openDb(pod, 'forum', ['DK'], { onCallbackError: (error: unknown) => errors.push(error) } as never);
    expect(await db.transact('DK', async (tx) => (tx.onCommit(() => Promise.reject(new Error('late'))), 7))).toBe(7);
    expect(errors).toEqual([new Error('late')]);
    await db.close();
  });

  it('refuses every query after the end, also one that was not awaited', async () => {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    let leaked: Tx<any> | undefined;
    let late: Promise<unknown> | undefined;
    await forum.transact('DK', async (tx) => {
      leaked = tx;
      late = Promise.resolve().then(async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return tx.db.insertInto('forum_topics').values({ title: 'late' }).execute();
      });
      late.catch(() => {});
    });
    const ended = expect.objectContaining({ code: 'TRANSACTION_ENDED' });
    await expect(late).rejects.toThrow(/already committed|has ended/);
    await expect(leaked!.db.selectFrom('forum_topics').selectAll().execute()).rejects.toThrow(/already committed|has ended/);
    expect(() => leaked!.assertOpen()).toThrow(ended);
    expect(() => leaked!.onCommit(() => {})).toThrow(ended);
    expect((await titles('DK')).map(({ title }) => title)).not.toContain('late');
  });

  it('retries a serialization failure, and nothing else', async () => {
    await forum.transact('DK', (tx) => tx.db.insertInto('forum_topics').values({ title: '0' }).execute());
    const add = (): Promise<unknown> =>
      forum.transact('DK', async (tx) => {
        const row = await tx.db.selectFrom('forum_topics').select(['id', 'title']).orderBy('id', 'desc').executeTakeFirstOrThrow();
        await tx.db.updateTable('forum_topics').set({ title: String(Number(row.title) + 1) }).where('id', '=', row.id).execute();
      }, { isolation: 'serializable' });
    await Promise.all([add(), add(), add()]);
    expect((await titles('DK')).at(-1)).toEqual({ title: '3' });
    let tries = 0;
    await expect(forum.transact('DK', (tx) => (tries++, sql`select 1/0`.execute(tx.db)))).rejects.toMatchObject({ code: '22012' });
    expect(tries).toBe(1);
    tries = 0;
    const fail = () => (tries++, Promise.reject(Object.assign(new Error('deadlock'), { code: '40P01' })));
    await expect(forum.transact('DK', fail)).rejects.toThrow('deadlock');
    expect(tries).toBe(4);
  });

  it('gives global its own role', async () => {
    await forum.global.transact((tx) => tx.db.insertInto('forum_boards').values({ id: 'a', title: 'A' }).execute());
    expect(await forum.read('DK', (db) => db.selectFrom('global.forum_boards').select('id').execute())).toEqual([{ id: 'a' }]);
    const write = forum.transact('DK', (tx) => tx.db.deleteFrom('global.forum_boards').execute());
    await expect(write).rejects.toMatchObject({ code: '42501' });
  });

  it('refuses unknown and foreign territories without a connection', async () => {
    const before = forum.stats();
    await expect(titles('XX')).rejects.toMatchObject({ code: 'TERRITORY_UNKNOWN' });
    await expect(titles('SE')).rejects.toMatchObject({ code: 'TERRITORY_NOT_HERE' });
    expect(forum.stats()).toEqual(before);
  });

  it('loads its registry from the database under the service’s role', async () => {
    await seedReferenceTerritories(pod.admin, { podId: 'dk', active: ['DK', 'NO'] });
    const registry = await loadRegistry(registrySource(pod.databases, 'forum'));
    expect(registry.all()).toHaveLength(269);
    expect(registry.served('dk').map(({ id }) => id)).toEqual(['DK', 'NO']);
    expect(registry.require('MAORI-FN-NZ').names).toEqual({ en: 'Māori', da: 'Maori', own: 'Māori' });
    await pod.admin.query("update global.territories set status = 'suspended' where id = 'NO'");
    await registry.refresh();
    expect([registry.served('dk').length, registry.require('NO').routingEpoch]).toEqual([1, 3]);
  });
});
