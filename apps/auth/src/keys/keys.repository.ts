import { Injectable } from '@nestjs/common';
import { sql, type Insertable } from 'kysely';
import type { AuthTx } from '../db/schema.ts';
import type { SigningKeyRow, SigningKeysTable } from '../db/signing-keys.table.ts';

@Injectable()
export class KeysRepository {
  /** All keys ever, oldest first; until `tx` ends nobody else decides about this territory's keys. */
  async lock(tx: AuthTx): Promise<SigningKeyRow[]> {
    await sql`select pg_advisory_xact_lock(hashtext('auth signing keys'), hashtext(${tx.territory}))`.execute(tx.db);
    return tx.db.selectFrom('signing_keys').selectAll().orderBy('use_from').execute();
  }

  async insert(tx: AuthTx, key: Insertable<SigningKeysTable>): Promise<SigningKeyRow> {
    return tx.db.insertInto('signing_keys').values(key).returningAll().executeTakeFirstOrThrow();
  }

  async retire(tx: AuthTx, kids: readonly string[], now: Date): Promise<void> {
    if (kids.length) await tx.db.updateTable('signing_keys').set({ retired_at: now }).where('kid', 'in', kids).execute();
  }

  /** Publishes the public halves in `global.issuer_keys`. Idempotent. */
  async publish(tx: AuthTx, territory: string, keys: readonly SigningKeyRow[]): Promise<void> {
    await tx.db
      .insertInto('issuer_keys')
      .values(keys.map(({ kid, jwk, created_at }) => ({ territory, kid, jwk, created_at, retired_at: null })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async retirePublished(tx: AuthTx, territory: string, kids: readonly string[], now: Date): Promise<void> {
    if (kids.length) await tx.db.updateTable('issuer_keys').set({ retired_at: now }).where('territory', '=', territory).where('kid', 'in', kids).where('retired_at', 'is', null).execute();
  }
}
