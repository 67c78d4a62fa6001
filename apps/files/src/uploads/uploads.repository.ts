import { Injectable } from '@nestjs/common';
import { sql, type Insertable, type Selectable } from 'kysely';
import type { FilesTx } from '../db/schema.ts';
import type { Refusal, UploadsTable } from '../db/uploads.table.ts';
import { leastCounted } from './uploads.policy.ts';

export type LockedUpload = Selectable<UploadsTable> & { wrapped: string | null };

@Injectable()
export class UploadsRepository {
  /** Lets one start of an upload per owner count at a time, until the transaction ends. */
  async lockOwner(tx: FilesTx, ownerId: string): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`files ${tx.territory} ${ownerId}`}, 0))`.execute(tx.db);
  }

  /** Bytes that an owner's files take, counting announced ones as they were announced. */
  async usage(tx: FilesTx, ownerId: string): Promise<number> {
    const { rows } = await sql<{ used: string }>`
      select coalesce(sum(greatest(case state when 'ready' then stored_bytes else byte_length end, ${leastCounted}::int)), 0) as used
      from files_uploads where owner_id = ${ownerId} and state in ('receiving', 'ready')`.execute(tx.db);
    return Number(rows[0]!.used);
  }

  async insert(tx: FilesTx, upload: Insertable<UploadsTable>, wrapped: string): Promise<void> {
    await tx.db.insertInto('files_keys').values({ key_id: upload.file_id, wrapped }).execute();
    await tx.db.insertInto('files_uploads').values(upload).execute();
  }

  /** The owner's upload, locked; undefined when there is none. */
  lock(tx: FilesTx, fileId: string, ownerId: string): Promise<LockedUpload | undefined> {
    return tx.db
      .selectFrom('files_uploads')
      .leftJoin('files_keys', 'files_keys.key_id', 'files_uploads.file_id')
      .selectAll('files_uploads')
      .select('wrapped')
      .where('file_id', '=', fileId)
      .where('owner_id', '=', ownerId)
      .forUpdate('files_uploads')
      .executeTakeFirst();
  }

  async addChunk(tx: FilesTx, chunk: { fileId: string; startsAt: number; bytes: number; sealed: Buffer }): Promise<void> {
    await tx.db.insertInto('files_chunks').values({ file_id: chunk.fileId, starts_at: chunk.startsAt, bytes: chunk.bytes, sealed: chunk.sealed }).execute();
    await tx.db.updateTable('files_uploads').set({ received: chunk.startsAt + chunk.bytes }).where('file_id', '=', chunk.fileId).execute();
  }

  async markReady(tx: FilesTx, fileId: string, storedBytes: number, now: Date): Promise<void> {
    await tx.db.updateTable('files_uploads').set({ state: 'ready', stored_bytes: storedBytes, unused_since: now }).where('file_id', '=', fileId).execute();
    await this.dropChunks(tx, fileId);
  }

  async markRefused(tx: FilesTx, fileId: string, refusal: Refusal): Promise<void> {
    await tx.db.updateTable('files_uploads').set({ state: 'refused', refusal: JSON.stringify(refusal) }).where('file_id', '=', fileId).execute();
    await this.dropChunks(tx, fileId);
  }

  private async dropChunks(tx: FilesTx, fileId: string): Promise<void> {
    await tx.db.deleteFrom('files_chunks').where('file_id', '=', fileId).execute();
  }
}
