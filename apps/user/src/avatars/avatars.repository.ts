import { Injectable } from '@nestjs/common';
import type { UserTx } from '../db/schema.ts';

@Injectable()
export class AvatarsRepository {
  /** The file of a member's picture. Read without a lock: nothing waits for the call that follows. */
  async current(tx: UserTx, memberId: string): Promise<string | null> {
    const row = await tx.db.selectFrom('user_profiles').select('avatar_file_id').where('member_id', '=', memberId).executeTakeFirst();
    return row?.avatar_file_id ?? null;
  }

  /** Takes a picture away if it is still this file. False when it is not. */
  async clear(tx: UserTx, memberId: string, fileId: string, now: Date): Promise<boolean> {
    const changed = await tx.db
      .updateTable('user_profiles')
      .set({ avatar_file_id: null, updated_at: now })
      .where('member_id', '=', memberId)
      .where('avatar_file_id', '=', fileId)
      .executeTakeFirst();
    return changed.numUpdatedRows === 1n;
  }
}
