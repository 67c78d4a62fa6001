import { Injectable } from '@nestjs/common';
import type { files } from '@unityplan/contracts';
import { sql } from 'kysely';
import type { FilesTx } from '../db/schema.ts';
import type { FileClass } from '../db/uploads.table.ts';
import type { BuiltBlob } from '../store/blob-store.ts';

/** A size as it will be stored: of private pictures the blob is the ciphertext. */
export interface StoredSize {
  readonly size: files.FileSize;
  readonly width: number;
  readonly height: number;
  /** Of the picture in clear. */
  readonly bytes: number;
  readonly blob: BuiltBlob;
}

/** What was stored was collected before anything referred to it: it must be stored again. */
export class ContentGone extends Error {
  override readonly name = 'ContentGone';
}

@Injectable()
export class BlobsRepository {
  /**
   * Notes blobs before their blocks are written, with nothing referring to them: should the process die now, they are collected
   * after the grace period, which begins anew here.
   */
  async announce(tx: FilesTx, sizes: readonly StoredSize[], of: { class: FileClass; keyId: string | null; now: Date }): Promise<void> {
    // In one order everywhere, so that two uploads of the same content wait for each other and do not lock each other out.
    const blobs = [...new Map(sizes.map(({ blob }) => [blob.cid, blob])).values()].sort((a, b) => (a.cid < b.cid ? -1 : 1));
    for (const blob of blobs) {
      await tx.db
        .insertInto('files_blobs')
        .values({ cid: blob.cid, class: of.class, bytes: blob.bytes, key_id: of.keyId, created_at: of.now, unpinned_at: of.now })
        .onConflict((conflict) => conflict.column('cid').doUpdateSet({ unpinned_at: of.now }).where('files_blobs.ref_count', '=', 0))
        .execute();
      const blocks = [...blob.blocks.keys()].map((block) => ({ cid: blob.cid, block }));
      await tx.db.insertInto('files_blocks').values(blocks).onConflict((conflict) => conflict.doNothing()).execute();
    }
  }

  /** Refers to the blobs. Throws ContentGone. */
  async refer(tx: FilesTx, fileId: string, sizes: readonly StoredSize[]): Promise<void> {
    for (const { size, width, height, bytes, blob } of [...sizes].sort((a, b) => (a.blob.cid < b.blob.cid ? -1 : 1))) {
      const counted = await tx.db
        .updateTable('files_blobs')
        .set((eb) => ({ ref_count: eb('ref_count', '+', 1), unpinned_at: null }))
        .where('cid', '=', blob.cid)
        .executeTakeFirst();
      if (counted.numUpdatedRows !== 1n) throw new ContentGone(`${blob.cid} is gone`);
      await tx.db.insertInto('files_variants').values({ file_id: fileId, size, cid: blob.cid, width, height, bytes }).execute();
    }
    const cids = sizes.map(({ blob }) => blob.cid);
    await sql`delete from files_tombstones where cid = any(${cids})`.execute(tx.db);
  }
}
