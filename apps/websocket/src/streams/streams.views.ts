import { Inject, Injectable } from '@nestjs/common';
import { DB } from '@unityplan/service-kit';
import { sql } from 'kysely';
import type { WebsocketDb } from '../db/schema.ts';
import { frameOf, type Frame } from '../frame.ts';

/** What a stream holds after a place in it. */
export interface Stretch {
  readonly epoch: string;
  readonly lastSeq: number;
  /** At most `stretchLimit`, in order; of the current epoch. Empty when only the head was asked for. */
  readonly frames: readonly Frame[];
}
export interface Wanted {
  readonly stream: string;
  /** Null: only where the stream ends. */
  readonly after: number | null;
}
export const stretchLimit = 200;

interface Row {
  n: number;
  epoch: string;
  last_seq: number;
  seq: number | null;
  name: string;
  data: object;
  happened_at: Date;
  created_at: Date;
}

@Injectable()
export class StreamsViews {
  constructor(@Inject(DB) private readonly db: WebsocketDb) {}

  /** Many places in many streams by one statement: heads and entries are of the same moment. */
  async stretches(territory: string, wanted: readonly Wanted[]): Promise<Stretch[]> {
    const { rows } = await this.db.read(territory, (reader) => sql<Row>`
      select w.n::int as n, coalesce(s.epoch, b.epoch) as epoch, coalesce(s.last_seq, 0)::float8 as last_seq,
        e.seq::float8 as seq, e.name, e.data, e.happened_at, e.created_at
      from unnest(${wanted.map(({ stream }) => stream)}::text[], ${wanted.map(({ after }) => after)}::bigint[]) with ordinality as w (stream, after, n)
      cross join stream_base b
      left join streams s on s.stream = w.stream
      left join lateral (
        select x.seq, x.name, x.data, x.happened_at, x.created_at from stream_entries x
        where x.stream = s.stream and x.seq > w.after and x.epoch = s.epoch order by x.seq limit ${sql.lit(stretchLimit)}
      ) e on w.after is not null
      order by w.n, e.seq`.execute(reader));
    const found = wanted.map((): { epoch: string; lastSeq: number; frames: Frame[] } => ({ epoch: '', lastSeq: 0, frames: [] }));
    for (const row of rows) {
      const at = found[row.n - 1]!;
      at.epoch = row.epoch;
      at.lastSeq = row.last_seq;
      if (row.seq === null) continue;
      const { stream } = wanted[row.n - 1]!;
      at.frames.push(frameOf({ stream, epoch: row.epoch, seq: row.seq, name: row.name, data: row.data, time: row.happened_at, committedAt: row.created_at.getTime() }));
    }
    return found;
  }
}
