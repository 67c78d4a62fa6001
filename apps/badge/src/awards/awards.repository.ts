import { Injectable } from '@nestjs/common';
import { roleKeys } from '@unityplan/contracts';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { AwardsTable } from '../db/awards.table.ts';
import type { GrantsTable } from '../db/grants.table.ts';
import type { BadgeTx } from '../db/schema.ts';

export type AwardRow = Selectable<AwardsTable>;
export type GrantRow = Selectable<GrantsTable>;

@Injectable()
export class AwardsRepository {
  /** Locks all that a member holds until the end of the transaction; answers the member's key (null: erased). */
  async lockMember(tx: BadgeTx, memberId: string, newKey: string): Promise<string | null> {
    const row = await tx.db
      .insertInto('badge_member_keys')
      .values({ member_id: memberId, wrapped: newKey })
      .onConflict((conflict) => conflict.column('member_id').doUpdateSet((eb) => ({ member_id: eb.ref('excluded.member_id') })))
      .returning('wrapped')
      .executeTakeFirstOrThrow();
    return row.wrapped;
  }

  /** Everything a member holds or held. */
  all(tx: BadgeTx, memberId: string): Promise<AwardRow[]> {
    return tx.db.selectFrom('user_badges').selectAll().where('member_id', '=', memberId).orderBy('id').execute();
  }

  insert(tx: BadgeTx, row: Insertable<AwardsTable>): Promise<AwardRow> {
    return tx.db.insertInto('user_badges').values(row).returningAll().executeTakeFirstOrThrow();
  }

  update(tx: BadgeTx, id: string, changes: Updateable<AwardsTable>): Promise<AwardRow> {
    return tx.db.updateTable('user_badges').set(changes).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
  }

  byId(tx: BadgeTx, id: string): Promise<AwardRow | undefined> {
    return tx.db.selectFrom('user_badges').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** How many managers the territory has besides one; they cannot be revoked until the end of the transaction. */
  async otherManagers(tx: BadgeTx, awardId: string, now: Date): Promise<number> {
    const rows = await tx.db
      .selectFrom('user_badges')
      .select('id')
      .where('badge', '=', roleKeys.manager)
      .where('territory', '=', tx.territory)
      .where('revoked_at', 'is', null)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .orderBy('id')
      .forUpdate()
      .execute();
    return rows.filter(({ id }) => id !== awardId).length;
  }

  /** Records what gave a badge. False for a completion that is known already. */
  async addGrant(tx: BadgeTx, row: Insertable<GrantsTable>): Promise<boolean> {
    const made = await tx.db.insertInto('user_badge_grants').values(row).onConflict((conflict) => conflict.column('completion_id').doNothing()).returning('id').executeTakeFirst();
    return made !== undefined;
  }

  /** Completions of a member that have given nothing yet, oldest first. */
  waiting(tx: BadgeTx, memberId: string): Promise<GrantRow[]> {
    return tx.db.selectFrom('user_badge_grants').selectAll().where('member_id', '=', memberId).where('award_id', 'is', null).orderBy('id').execute();
  }

  async settleGrant(tx: BadgeTx, id: string, changes: Updateable<GrantsTable>): Promise<void> {
    await tx.db.updateTable('user_badge_grants').set(changes).where('id', '=', id).execute();
  }

  /** Members with completions that wait for a badge and were not looked at since its version came out. */
  async membersWaitingFor(tx: BadgeTx, badge: string, version: number, limit: number): Promise<string[]> {
    const rows = await tx.db
      .selectFrom('user_badge_grants')
      .select('member_id')
      .distinct()
      .where('badge', '=', badge)
      .where('award_id', 'is', null)
      .where('looked_version', '<', version)
      .orderBy('member_id')
      .limit(limit)
      .execute();
    return rows.map(({ member_id }) => member_id);
  }
}
