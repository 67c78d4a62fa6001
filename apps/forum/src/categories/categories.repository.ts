import { Injectable } from '@nestjs/common';
import { forum, Problem } from '@unityplan/contracts';
import type { Insertable } from 'kysely';
import { sql } from 'kysely';
import type { CategoriesTable } from '../db/categories.table.ts';
import type { ForumTx } from '../db/schema.ts';

type Texts = Omit<Insertable<CategoriesTable>, 'id' | 'position' | 'topic_count' | 'revision'>;

/** The name of a constraint that a write ran into; undefined for other failures. */
export function constraintOf(error: unknown): string | undefined {
  return (error as { constraint?: string } | null)?.constraint;
}
export const slugConstraint = 'forum_categories_slug_key';

@Injectable()
export class CategoriesRepository {
  /** Puts a category after all others. Who makes one or puts them in order does so alone. Throws `categories_full`. */
  async insert(tx: ForumTx, categoryId: string, texts: Texts): Promise<void> {
    if ((await this.idsInOrder(tx)).length >= forum.mostCategories) throw new Problem(forum.forumErrors.categories_full, { max: forum.mostCategories });
    const position = sql<number>`(select coalesce(max(position), 0) + 1 from forum_categories)`;
    await tx.db.insertInto('forum_categories').values({ id: categoryId, position, ...texts }).execute();
  }

  /** False when there is no such category in that revision. */
  async replace(tx: ForumTx, categoryId: string, revision: number, texts: Texts): Promise<boolean> {
    const done = await tx.db.updateTable('forum_categories').set({ ...texts, revision: revision + 1 }).where('id', '=', categoryId).where('revision', '=', revision).executeTakeFirst();
    return done.numUpdatedRows === 1n;
  }

  /** Ids in their present order; nobody else changes it until the end of the transaction. */
  async idsInOrder(tx: ForumTx): Promise<string[]> {
    await this.orderAlone(tx);
    const rows = await tx.db.selectFrom('forum_categories').select('id').orderBy('position').execute();
    return rows.map(({ id }) => id);
  }

  async putInOrder(tx: ForumTx, categoryIds: readonly string[]): Promise<void> {
    await sql`update forum_categories set position = place.position
      from unnest(${[...categoryIds]}::uuid[]) with ordinality as place (id, position) where forum_categories.id = place.id`.execute(tx.db);
  }

  exists(tx: ForumTx, categoryId: string): Promise<{ revision: number } | undefined> {
    return tx.db.selectFrom('forum_categories').select('revision').where('id', '=', categoryId).executeTakeFirst();
  }

  private async orderAlone(tx: ForumTx): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`forum categories ${tx.territory}`}, 0))`.execute(tx.db);
  }
}
