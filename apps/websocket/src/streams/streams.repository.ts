import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { WebsocketTx } from '../db/schema.ts';
import type { StoredEntry } from '../frame.ts';
import type { Draft } from './streams.policy.ts';

/** What happened, and when. */
export type News = Draft & { readonly time: string };
interface EntryRow extends Pick<StoredEntry, 'stream' | 'epoch' | 'name' | 'data'> {
  readonly seq: string;
  readonly happened_at: Date;
  readonly created_at: Date;
}

@Injectable()
export class StreamsRepository {
  /**
   * With the commit of `tx`: numbers all its news in each of their streams, in the order given. The row locks of the streams are taken
   * in one order by everyone. `written` gets the entries by stream and number.
   */
  append(tx: WebsocketTx, news: readonly News[], written: (entries: StoredEntry[]) => void): void {
    const statement = () => {
      const wanted = news.flatMap(({ streams, name, data, time }) => streams.map((stream) => ({ stream, name, data, time })));
      return sql`
        with wanted as (
          select w.stream, w.name, w.data, w.time, w.n from rows from (
            jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as (stream text, name text, data jsonb, time timestamptz)
          ) with ordinality as w (stream, name, data, time, n)
        ), counted as (
          select stream, count(*) as entries from wanted group by stream
        ), bumped as (
          insert into streams as s (stream, epoch, last_seq)
          select c.stream, b.epoch, c.entries from counted c cross join stream_base b order by c.stream
          on conflict (stream) do update set last_seq = s.last_seq + excluded.last_seq
          returning s.stream, s.epoch, s.last_seq
        )
        insert into stream_entries (stream, seq, epoch, name, data, happened_at)
        select stream, last_seq - entries + row_number() over (partition by stream order by n), epoch, name, data, time
        from wanted join bumped using (stream) join counted using (stream) order by stream, n
        returning stream, epoch, seq, name, data, happened_at, created_at`.compile(tx.db);
    };
    tx.beforeCommit(statement, (rows) => written((rows as readonly EntryRow[]).map(({ seq, happened_at, created_at, ...row }) =>
      ({ ...row, seq: Number(seq), time: happened_at, committedAt: created_at.getTime() }))));
  }

  /** Deletes entries past their time, at most `limit`; answers how many. Nothing when another process is at it. */
  async forgetOld(tx: WebsocketTx, keepDays: number, limit: number): Promise<number> {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${`websocket cleanup ${tx.territory}`}, 0)) as mine`.execute(tx.db);
    if (!rows[0]?.mine) return 0;
    const deleted = await sql`delete from stream_entries where ctid = any (array(
      select ctid from stream_entries where created_at < now() - make_interval(days => ${keepDays}) limit ${limit}))`.execute(tx.db);
    return Number(deleted.numAffectedRows ?? 0);
  }
}
