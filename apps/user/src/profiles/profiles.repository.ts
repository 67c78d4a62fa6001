import { Injectable } from '@nestjs/common';
import type { Insertable, Updateable } from 'kysely';
import type { ProfilesTable, StoredProfile, UserTx } from '../db/schema.ts';

@Injectable()
export class ProfilesRepository {
  /** False when the handle (or the member) has a profile already. */
  async insert(tx: UserTx, profile: Insertable<ProfilesTable>, wrapped: string): Promise<boolean> {
    const made = await tx.db.insertInto('user_profiles').values(profile).onConflict((conflict) => conflict.doNothing()).returning('member_id').executeTakeFirst();
    if (made) await tx.db.insertInto('user_member_keys').values({ member_id: profile.member_id, wrapped }).execute();
    return made !== undefined;
  }

  /** The profile, locked. */
  byMember(tx: UserTx, memberId: string): Promise<StoredProfile | undefined> {
    return tx.db
      .selectFrom('user_profiles')
      .innerJoin('user_member_keys', 'user_member_keys.member_id', 'user_profiles.member_id')
      .selectAll('user_profiles')
      .select('wrapped')
      .where('user_profiles.member_id', '=', memberId)
      .forUpdate()
      .executeTakeFirst();
  }

  async update(tx: UserTx, memberId: string, changes: Updateable<ProfilesTable>): Promise<void> {
    await tx.db.updateTable('user_profiles').set(changes).where('member_id', '=', memberId).execute();
  }
}
