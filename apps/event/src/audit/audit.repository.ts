import { Injectable } from '@nestjs/common';
import { CompiledQuery } from 'kysely';
import { sql } from 'kysely';
import type { EventReader, EventTx } from '../db/schema.ts';
import type { AuditEntry } from './chain.ts';
import type { Checkpoint } from './checkpoint-key.ts';
import type { TrailSource } from './verify.ts';

@Injectable()
export class AuditRepository {
  /** The end of the chain, kept for this transaction alone until it ends. */
  async lockHead(tx: EventTx): Promise<{ seq: number; hash: string; recordedAt: Date }> {
    const row = await tx.db.selectFrom('audit_head').select(['seq', 'hash', 'recorded_at']).forUpdate().executeTakeFirstOrThrow();
    return { seq: Number(row.seq), hash: row.hash, recordedAt: row.recorded_at };
  }

  /** Puts entries behind the head, which moves to the last of them; one statement, however many. */
  async append(tx: EventTx, entries: readonly AuditEntry[]): Promise<void> {
    const last = entries.at(-1)!;
    const column = (of: (entry: AuditEntry) => string | number | null) => entries.map(of);
    await sql`with moved as (update audit_head set seq = ${last.seq}, hash = ${last.hash}, recorded_at = ${last.recordedAt})
      insert into audit_entries (seq, event_id, recorded_at, happened_at, name, aggregate, aggregate_seq, member_id, payload_hash, prev_hash, hash)
      select * from unnest(${column(({ seq }) => seq)}::bigint[], ${column(({ eventId }) => eventId)}::uuid[], ${column(({ recordedAt }) => recordedAt)}::timestamptz[],
        ${column(({ happenedAt }) => happenedAt)}::timestamptz[], ${column(({ name }) => name)}::text[], ${column(({ aggregate }) => aggregate)}::text[],
        ${column(({ aggregateSeq }) => aggregateSeq)}::bigint[], ${column(({ memberId }) => memberId)}::text[], ${column(({ payloadHash }) => payloadHash)}::text[],
        ${column(({ prevHash }) => prevHash)}::text[], ${column(({ hash }) => hash)}::text[])`.execute(tx.db);
  }

  /** An open transaction, or a reader, as the trail's own functions take it. */
  source(db: Pick<EventReader, 'getExecutor'>): TrailSource {
    return { query: (text, values = []) => db.getExecutor().executeQuery(CompiledQuery.raw(text, values)) };
  }

  /** The newest that vouches for the tree. */
  async newestCheckpoint(reader: EventReader, territory: string): Promise<(Checkpoint & { root: string }) | undefined> {
    const row = await reader.selectFrom('audit_checkpoints').selectAll().where('root', 'is not', null).orderBy('seq', 'desc').limit(1).executeTakeFirst();
    return row && { territory, seq: Number(row.seq), head: row.head, root: row.root!, at: row.at.toISOString(), keyId: row.key_id, signature: row.signature };
  }
}
