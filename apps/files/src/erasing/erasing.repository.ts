import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import type { FilesTx } from '../db/schema.ts';
import type { FileClass, UploadsTable } from '../db/uploads.table.ts';

/** Content with nothing to wait for is unpinned since then, so that the next round of collecting takes it. */
const longAgo = new Date(0);

@Injectable()
export class ErasingRepository {
  lock(tx: FilesTx, fileId: string): Promise<Selectable<UploadsTable> | undefined> {
    return tx.db.selectFrom('files_uploads').selectAll().where('file_id', '=', fileId).forUpdate().executeTakeFirst();
  }

  /** Destroys the key and every trace of a file but its id; content that nothing else refers to may be collected at once. */
  async erase(tx: FilesTx, fileId: string, now: Date): Promise<void> {
    const { db } = tx;
    await db.deleteFrom('files_keys').where('key_id', '=', fileId).execute();
    await db.deleteFrom('files_chunks').where('file_id', '=', fileId).execute();
    await db.deleteFrom('files_uses').where('file_id', '=', fileId).execute();
    const variants = await db.deleteFrom('files_variants').where('file_id', '=', fileId).returning('cid').execute();
    await db.updateTable('files_uploads').set({ state: 'erased', name_sealed: null, alt_sealed: null, sha256: null, refusal: null, unused_since: null }).where('file_id', '=', fileId).execute();
    for (const cid of variants.map((row) => row.cid).sort()) {
      const left = await db
        .updateTable('files_blobs')
        .set((eb) => ({ ref_count: eb('ref_count', '-', 1), unpinned_at: sql<Date | null>`case when ref_count = 1 then ${longAgo}::timestamptz end` }))
        .where('cid', '=', cid)
        .returning(['ref_count', 'class'])
        .executeTakeFirstOrThrow();
      if (left.ref_count === 0 && left.class === 'public') await this.entomb(tx, cid, now);
    }
  }

  private async entomb(tx: FilesTx, cid: string, now: Date): Promise<void> {
    await tx.db.insertInto('files_tombstones').values({ cid, erased_at: now }).onConflict((conflict) => conflict.column('cid').doUpdateSet({ erased_at: now })).execute();
  }

  /** Uploads that were never completed, and files that nothing has used for long. */
  async overdue(tx: FilesTx, before: Date, limit: number): Promise<string[]> {
    const rows = await tx.db
      .selectFrom('files_uploads')
      .select('file_id')
      .where((eb) => eb.or([
        eb.and([eb('state', 'in', ['receiving', 'refused']), eb('created_at', '<', before)]),
        eb.and([eb('state', '=', 'ready'), eb('unused_since', '<', before)]),
      ]))
      .orderBy('file_id')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute();
    return rows.map(({ file_id }) => file_id);
  }

  /** Blobs that nothing refers to since before a moment. */
  async unpinned(tx: FilesTx, before: Date, limit: number): Promise<{ cid: string; class: FileClass }[]> {
    return tx.db.selectFrom('files_blobs').select(['cid', 'class']).where('unpinned_at', '<', before).orderBy('unpinned_at').limit(limit).execute();
  }

  /**
   * Takes one of them for removal, its row locked until the end of the transaction: answers the blocks that no other blob has.
   * Undefined when something refers to it after all, or another upload has just announced it.
   */
  async takeUnpinned(tx: FilesTx, cid: string, before: Date): Promise<string[] | undefined> {
    const row = await tx.db.selectFrom('files_blobs').select('cid').where('cid', '=', cid).where('unpinned_at', '<', before).forUpdate().executeTakeFirst();
    if (!row) return undefined;
    const rows = await tx.db
      .selectFrom('files_blocks as own')
      .select('own.block')
      .where('own.cid', '=', cid)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('files_blocks as other').select('other.cid').whereRef('other.block', '=', 'own.block').whereRef('other.cid', '<>', 'own.cid'))))
      .execute();
    return rows.map(({ block }) => block);
  }

  /** Forgets a blob whose blocks are removed; its list of blocks goes with it. */
  async forget(tx: FilesTx, cid: string): Promise<void> {
    await tx.db.deleteFrom('files_blobs').where('cid', '=', cid).execute();
  }
}
