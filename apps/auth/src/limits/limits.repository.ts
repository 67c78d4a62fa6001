import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { AttemptsRow } from '../db/attempts.table.ts';
import type { AuthTx } from '../db/schema.ts';
import type { LimitKind } from './limits.policy.ts';

/** Whose attempts are counted: of an address, of a network, or of both together, as a keyed hash. */
export interface Subject {
  readonly kind: LimitKind;
  readonly subject: string;
}

@Injectable()
export class LimitsRepository {
  /** The rows of the subjects, made when missing and locked until the end of `tx`, always in the same order. */
  async lock(tx: AuthTx, subjects: readonly Subject[], now: Date): Promise<AttemptsRow[]> {
    const ordered = [...subjects].sort((a, b) => (a.kind < b.kind ? -1 : 1));
    await tx.db.insertInto('auth_attempts').values(ordered.map((one) => ({ ...one, last_at: now }))).onConflict((conflict) => conflict.doNothing()).execute();
    const tuples = sql.join(ordered.map(({ kind, subject }) => sql`(${kind}, ${subject})`));
    return tx.db.selectFrom('auth_attempts').selectAll().where(sql<boolean>`(kind, subject) in (${tuples})`).orderBy('kind').forUpdate().execute();
  }

  async update(tx: AuthTx, { kind, subject }: Pick<AttemptsRow, 'kind' | 'subject'>, values: Partial<Omit<AttemptsRow, 'kind' | 'subject'>>): Promise<void> {
    await tx.db.updateTable('auth_attempts').set(values).where('kind', '=', kind).where('subject', '=', subject).execute();
  }

  async forget(tx: AuthTx, subjects: readonly Subject[]): Promise<void> {
    const tuples = sql.join(subjects.map(({ kind, subject }) => sql`(${kind}, ${subject})`));
    await tx.db.deleteFrom('auth_attempts').where(sql<boolean>`(kind, subject) in (${tuples})`).execute();
  }

  /** Forgets the guesses at an account from every network. */
  async forgetPairs(tx: AuthTx, emailIndex: string): Promise<void> {
    await tx.db.deleteFrom('auth_attempts').where('kind', '=', 'pair').where(sql<boolean>`starts_with(subject, ${`${emailIndex} `})`).execute();
  }

  /** Takes one counted attempt back. */
  async refund(tx: AuthTx, { kind, subject }: Subject): Promise<void> {
    await tx.db
      .updateTable('auth_attempts')
      .set({ level: sql<number>`greatest(level - 1, 0)`, paused_until: null })
      .where('kind', '=', kind)
      .where('subject', '=', subject)
      .execute();
  }

  async deleteOlder(tx: AuthTx, before: Date): Promise<void> {
    await tx.db.deleteFrom('auth_attempts').where('last_at', '<', before).execute();
  }
}
