import { JetStreamApiCodes, JetStreamApiError, StorageType, RetentionPolicy, DiscardPolicy, type JetStreamManager, type StreamInfo } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { EventScope } from '@unityplan/contracts';
import type { Queryable } from '../database.ts';
import type { Log } from '../log.ts';
import { streamOf } from '../subjects.ts';

/** How much a stream keeps. */
export interface StreamLimits {
  /** How long events stay in a stream; outbox rows live longer. Default 7. */
  readonly maxAgeDays?: number;
  /** Default 1 GiB per stream. */
  readonly maxBytes?: number;
}

const scopes: readonly EventScope[] = ['territory', 'global', 'cross'];
const DAY = 24 * 3600 * 1000;

async function infoOf(manager: JetStreamManager, name: string): Promise<StreamInfo | undefined> {
  return manager.streams.info(name).catch((error: unknown) => {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound) return undefined;
    throw error;
  });
}

/**
 * Sees to it that the pod's streams exist and hold what PostgreSQL says was sent. A stream that is gone, is another one than
 * remembered, or lost its end is filled again from the outbox: its rows become unsent.
 */
export class Streams {
  private readonly lastAcked = new Map<string, number>();
  private readonly pod: string;
  private readonly database: Queryable;
  private readonly limits: StreamLimits;
  private readonly log: Log;

  constructor(options: { pod: string; database: Queryable; limits: StreamLimits; log: Log }) {
    this.pod = options.pod;
    this.database = options.database;
    this.limits = options.limits;
    this.log = options.log;
  }

  get maxAgeDays(): number {
    return this.limits.maxAgeDays ?? 7;
  }

  /** Notes an acknowledgement. */
  acked(stream: string, seq: number): void {
    this.lastAcked.set(stream, Math.max(this.lastAcked.get(stream) ?? 0, seq));
  }

  /** Whether all streams are what PostgreSQL believes them to be. Changes nothing. */
  async intact(manager: JetStreamManager): Promise<boolean> {
    for (const scope of scopes) {
      const { name } = streamOf(scope, this.pod);
      const acked = this.lastAcked.get(name) ?? 0; // before asking: acknowledgements go on meanwhile
      const info = await infoOf(manager, name);
      const known = await this.known(name);
      if (!info || !known || known.created !== info.created || info.state.last_seq < Math.max(known.last_seq, acked)) return false;
      if (acked > known.last_seq) await this.database.query('UPDATE messaging.streams SET last_seq = greatest(last_seq, $2) WHERE name = $1', [name, acked]);
    }
    return true;
  }

  /** Makes the streams and resets what they do not hold. Nothing may be published meanwhile, or it would come too early. */
  async repair(manager: JetStreamManager): Promise<void> {
    for (const scope of scopes) await this.repairOne(manager, scope);
  }

  private async repairOne(manager: JetStreamManager, scope: EventScope): Promise<void> {
    const { name } = streamOf(scope, this.pod);
    const known = await this.known(name);
    let info = await this.ensure(manager, scope);
    if (known?.created === info.created) {
      if (info.state.last_seq >= known.last_seq) return;
      this.log.error({ stream: name, had: known.last_seq, has: info.state.last_seq }, 'stream lost acknowledged messages; making it anew');
      await manager.streams.delete(name);
      info = await this.ensure(manager, scope);
    }
    const { rows } = await this.database.query(
      `WITH again AS (UPDATE messaging.outbox SET sent_at = NULL
         WHERE scope = $1 AND sent_at IS NOT NULL AND created_at > now() - $2 * interval '1 day' RETURNING 1),
       noted AS (INSERT INTO messaging.streams AS s (name, created, last_seq) VALUES ($3, $4, 0)
         ON CONFLICT (name) DO UPDATE SET created = excluded.created, last_seq = 0 RETURNING 1)
       SELECT (SELECT count(*) FROM again)::int AS rows FROM noted`, [scope, this.maxAgeDays, name, info.created]);
    const again = (rows[0] as { rows: number }).rows;
    if (known || again > 0) this.log.warn({ stream: name, rows: again }, 'stream is another one than before; sending again from the outbox');
  }

  private async known(name: string): Promise<{ created: string; last_seq: number } | undefined> {
    const { rows } = await this.database.query('SELECT created, last_seq::float8 AS last_seq FROM messaging.streams WHERE name = $1', [name]);
    return rows[0] as { created: string; last_seq: number } | undefined;
  }

  private async ensure(manager: JetStreamManager, scope: EventScope): Promise<StreamInfo> {
    const { name, subjects } = streamOf(scope, this.pod);
    const wanted = { subjects, max_age: nanos(this.maxAgeDays * DAY), max_bytes: this.limits.maxBytes ?? 1024 ** 3, duplicate_window: nanos(120_000), discard: DiscardPolicy.Old };
    const info = await infoOf(manager, name);
    if (!info) return manager.streams.add({ name, ...wanted, storage: StorageType.File, retention: RetentionPolicy.Limits, num_replicas: 1 });
    const config = info.config;
    const differs = config.max_age !== wanted.max_age || config.max_bytes !== wanted.max_bytes || config.subjects.join() !== subjects.join() || config.duplicate_window !== wanted.duplicate_window;
    return differs ? manager.streams.update(name, { ...config, ...wanted }) : info;
  }
}
