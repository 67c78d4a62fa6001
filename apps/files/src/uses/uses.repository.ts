import { Injectable } from '@nestjs/common';
import type { FilesTx } from '../db/schema.ts';
import type { Candidate } from './uses.policy.ts';

@Injectable()
export class UsesRepository {
  /** Files by id, locked in one order so that two callers never wait for each other in a circle; each with whether `use` has it. */
  async lock(tx: FilesTx, fileIds: readonly string[], use: string): Promise<Map<string, Candidate>> {
    const rows = await tx.db.selectFrom('files_uploads').select(['file_id', 'state', 'owner_id', 'purpose']).where('file_id', 'in', fileIds).orderBy('file_id').forUpdate().execute();
    const used = await tx.db.selectFrom('files_uses').select('file_id').where('used_by', '=', use).where('file_id', 'in', fileIds).execute();
    const usedIds = new Set(used.map(({ file_id }) => file_id));
    return new Map(rows.map(({ file_id, ...row }) => [file_id, { ...row, used: usedIds.has(file_id) }]));
  }

  async add(tx: FilesTx, fileIds: readonly string[], use: string, now: Date): Promise<void> {
    await tx.db.insertInto('files_uses').values(fileIds.map((file_id) => ({ file_id, used_by: use, since: now }))).onConflict((conflict) => conflict.doNothing()).execute();
    await tx.db.updateTable('files_uploads').set({ unused_since: null }).where('file_id', 'in', fileIds).execute();
  }

  /** Files of a use. */
  async of(tx: FilesTx, use: string): Promise<string[]> {
    return (await tx.db.selectFrom('files_uses').select('file_id').where('used_by', '=', use).execute()).map(({ file_id }) => file_id);
  }

  /** Answers how many were used. Files that nothing uses any more begin to wait for their end. */
  async remove(tx: FilesTx, fileIds: readonly string[], use: string, now: Date): Promise<number> {
    const removed = await tx.db.deleteFrom('files_uses').where('used_by', '=', use).where('file_id', 'in', fileIds).returning('file_id').execute();
    await tx.db
      .updateTable('files_uploads')
      .set({ unused_since: now })
      .where('file_id', 'in', fileIds)
      .where('state', '=', 'ready')
      .where('unused_since', 'is', null)
      .where(({ not, exists, selectFrom }) => not(exists(selectFrom('files_uses').select('used_by').whereRef('files_uses.file_id', '=', 'files_uploads.file_id'))))
      .execute();
    return removed.length;
  }
}
