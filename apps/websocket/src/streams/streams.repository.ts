import { Injectable } from '@nestjs/common';
import type { Tx } from '@unityplan/territory';
import { sql } from 'kysely';
import type { WebsocketDb } from '../db/schema.ts';
import type { StoredEntry } from '../frame.ts';
import type { Draft } from './streams.policy.ts';

@Injectable()
export class StreamsRepository {
  /** Numbers each entry in each of its streams, under their row locks, taken in one order by everyone. No stream may be in two drafts. */
  async append(tx: Tx<WebsocketDb>, drafts: readonly Draft[], time: Date): Promise<StoredEntry[]> {
    const wanted = drafts.flatMap(({ streams, name, data }) => streams.map((stream) => ({ stream, name, data })));
    const { rows } = await sql<{ stream: string; epoch: string; seq: string; created_at: Date }>`
      with wanted as (
        select stream, name, data from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (stream text, name text, data jsonb)
      ), bumped as (
        insert into streams as s (stream, epoch, last_seq)
        select w.stream, b.epoch, 1 from wanted w cross join stream_base b order by w.stream
        on conflict (stream) do update set last_seq = s.last_seq + 1
        returning s.stream, s.epoch, s.last_seq
      )
      insert into stream_entries (stream, seq, epoch, name, data, happened_at)
      select bumped.stream, bumped.last_seq, bumped.epoch, w.name, w.data, ${time} from bumped join wanted w on w.stream = bumped.stream
      returning stream, epoch, seq, created_at`.execute(tx.db);
    const said = new Map(wanted.map((one) => [one.stream, one]));
    return rows.map(({ stream, epoch, seq, created_at }) => ({ ...said.get(stream)!, epoch, seq: Number(seq), time, committedAt: created_at.getTime() }));
  }

  /** Deletes entries past their time, at most `limit`; answers how many. Nothing when another process is at it. */
  async forgetOld(tx: Tx<WebsocketDb>, keepDays: number, limit: number): Promise<number> {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${`websocket cleanup ${tx.territory}`}, 0)) as mine`.execute(tx.db);
    if (!rows[0]?.mine) return 0;
    const deleted = await sql`delete from stream_entries where ctid = any (array(
      select ctid from stream_entries where created_at < now() - make_interval(days => ${keepDays}) limit ${limit}))`.execute(tx.db);
    return Number(deleted.numAffectedRows ?? 0);
  }

  /** After a restore from backup: no cursor from before counts any more. */
  async renewEpochs(tx: Tx<WebsocketDb>): Promise<void> {
    await sql`update stream_base set epoch = gen_random_uuid()::text`.execute(tx.db);
    await sql`update streams set epoch = b.epoch from stream_base b`.execute(tx.db);
  }
}
