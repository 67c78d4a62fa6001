import { Injectable } from '@nestjs/common';
import type { Insertable } from 'kysely';
import type { MailPurpose, MailTokensTable } from '../db/mail-tokens.table.ts';
import type { AuthTx } from '../db/schema.ts';

@Injectable()
export class MailTokensRepository {
  async insert(tx: AuthTx, token: Insertable<MailTokensTable>): Promise<void> {
    await tx.db.insertInto('mail_tokens').values(token).execute();
  }

  /** Marks a valid token used and answers its member; undefined when it is unknown, used or too old. One statement: it works once. */
  async use(tx: AuthTx, tokenHash: string, purpose: MailPurpose, now: Date): Promise<string | undefined> {
    const used = await tx.db
      .updateTable('mail_tokens')
      .set({ used_at: now })
      .where('token_hash', '=', tokenHash)
      .where('purpose', '=', purpose)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('member_id')
      .executeTakeFirst();
    return used?.member_id;
  }

  async useAll(tx: AuthTx, memberId: string, purpose: MailPurpose, now: Date): Promise<void> {
    await tx.db.updateTable('mail_tokens').set({ used_at: now }).where('member_id', '=', memberId).where('purpose', '=', purpose).where('used_at', 'is', null).execute();
  }

  async deleteExpired(tx: AuthTx, before: Date): Promise<void> {
    await tx.db.deleteFrom('mail_tokens').where('expires_at', '<', before).execute();
  }
}
