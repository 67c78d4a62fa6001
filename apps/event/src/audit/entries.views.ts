import { Inject, Injectable } from '@nestjs/common';
import { event as audit, type RouteAnswer, type RouteInput } from '@unityplan/contracts';
import { DB, decodeCursor, toPage } from '@unityplan/service-kit';
import { sql } from 'kysely';
import { z } from 'zod';
import type { EventDb } from '../db/schema.ts';
import { AuditRepository } from './audit.repository.ts';
import { Checkpoints } from './checkpoints.service.ts';
import { inclusionPaths } from './tree.ts';

type Query = RouteInput<typeof audit.listAuditEntries>['query'];

const place = z.tuple([z.int().min(0)]);
// Written out, as in the index that serves it; the names are our own.
const shown = sql<boolean>`name in (${sql.join(audit.shownEvents.map((name) => sql.lit(name)))})`;

/** What anyone may look at in the trail, with the proof that it is in there. */
@Injectable()
export class EntriesViews {
  constructor(
    @Inject(DB) private readonly db: EventDb,
    private readonly repository: AuditRepository,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** The moderation of a topic, newest first. Entries that came after the newest checkpoint have no path yet. */
  async list(territory: string, { aggregate, cursor: text, limit }: Query): Promise<RouteAnswer<typeof audit.listAuditEntries>> {
    const list = `audit ${aggregate}`;
    const cursor = decodeCursor(list, text, place);
    const backwards = cursor?.direction === 'before';
    const { page, checkpoint, paths } = await this.db.read(territory, async (reader) => {
      let entries = reader.selectFrom('audit_entries').selectAll().where('aggregate', '=', aggregate).where(shown);
      if (cursor) entries = entries.where('seq', backwards ? '>' : '<', cursor.values[0]);
      const rows = await entries.orderBy('seq', backwards ? 'asc' : 'desc').limit(limit + 1).execute();
      const page = toPage(list, rows, limit, cursor, (row) => [Number(row.seq)]);
      const checkpoint = await this.repository.newestCheckpoint(reader, territory);
      const covered = checkpoint ? page.rows.map(({ seq }) => Number(seq)).filter((seq) => seq <= checkpoint.seq) : [];
      return { page, checkpoint, paths: checkpoint ? await inclusionPaths(this.repository.source(reader), covered, checkpoint.seq) : new Map<number, string[]>() };
    });
    return {
      items: page.rows.map((row) => ({
        seq: Number(row.seq), eventId: row.event_id, recordedAt: row.recorded_at.toISOString(), happenedAt: row.happened_at.toISOString(), name: row.name, aggregate: row.aggregate,
        aggregateSeq: Number(row.aggregate_seq), memberId: null, payloadHash: row.payload_hash, prevHash: row.prev_hash, hash: row.hash, inclusion: paths.get(Number(row.seq)) ?? null,
      })),
      next: page.next, previous: page.previous, territory,
      checkpoint: checkpoint ? { ...checkpoint, publicKey: this.checkpoints.publicKey(territory) } : null,
    };
  }
}
