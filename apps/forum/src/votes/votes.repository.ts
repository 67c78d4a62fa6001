import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql } from 'kysely';
import { lockPost } from '../db/lock-post.ts';
import type { ForumTx } from '../db/schema.ts';

@Injectable()
export class VotesRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** The post under its lock: votes on one post are counted one after the other. */
  lock(tx: ForumTx, postId: string) {
    return lockPost(tx, postId).select(['post.author_id', 'post.deleted_at', 'post.hidden_by', 'post.score']).executeTakeFirst();
  }

  /** The member's present vote; 0 for none. Read it under the post's lock. */
  async present(tx: ForumTx, postId: string, memberId: string): Promise<number> {
    const row = await tx.db.selectFrom('forum_votes').select('value').where('post_id', '=', postId).where('member_id', '=', memberId).executeTakeFirst();
    return row?.value ?? 0;
  }

  /** Takes one of the member's votes of today; false when there are none left. The row's own lock lets no two requests take the same one. */
  async takeOfToday(tx: ForumTx, memberId: string, most: number): Promise<boolean> {
    const day = new Date(this.clock()).toISOString().slice(0, 10);
    const { rows } = await sql`insert into forum_vote_days as today (member_id, day, votes_cast) values (${memberId}, ${day}, 1)
      on conflict (member_id, day) do update set votes_cast = today.votes_cast + 1 where today.votes_cast < ${most} returning 1`.execute(tx.db);
    return rows.length === 1;
  }

  /** Puts the vote in place of the present one, and the difference into the score. Answers the score. */
  async set(tx: ForumTx, postId: string, memberId: string, value: 1 | -1 | 0, present: number): Promise<number> {
    const vote = value === 0
      ? sql`delete from forum_votes where post_id = ${postId} and member_id = ${memberId}`
      : sql`insert into forum_votes (post_id, member_id, value, cast_at) values (${postId}, ${memberId}, ${value}, ${new Date(this.clock())})
          on conflict (post_id, member_id) do update set value = excluded.value, cast_at = excluded.cast_at`;
    const { rows } = await sql<{ score: number }>`with vote as (${vote}) update forum_posts set score = score + ${value - present} where id = ${postId} returning score`.execute(tx.db);
    return rows[0]!.score;
  }
}
