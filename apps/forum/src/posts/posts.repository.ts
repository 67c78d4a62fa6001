import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import { sql, type Selectable } from 'kysely';
import { lockPost } from '../db/lock-post.ts';
import type { PostsTable } from '../db/posts.table.ts';
import type { ForumTx } from '../db/schema.ts';
import { deleteDraft, deletePostedDraft, draftPlaceOf } from '../drafts/drafts.policy.ts';
import type { WrittenText } from '../writing/writing.service.ts';

export type LockedPost = Selectable<PostsTable> & { category_id: string };

export interface Edit {
  readonly text: WrittenText;
  readonly reason: string | null;
  readonly newlyMentionedIds: readonly string[];
  readonly draftRevision: number | undefined;
}

@Injectable()
export class PostsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  lock(tx: ForumTx, postId: string): Promise<LockedPost | undefined> {
    return lockPost(tx, postId).selectAll('post').executeTakeFirst();
  }

  /** Moves the present text into the history and puts another in its place; the draft it came of is gone. Answers the new revision. */
  async replaceText(tx: ForumTx, post: LockedPost, { text, reason, newlyMentionedIds, draftRevision }: Edit): Promise<number> {
    const written = post.edited_at ?? post.created_at;
    await sql`
      with earlier as (
        insert into forum_post_revisions (post_id, revision, written_at, reason, markdown, html)
        values (${post.id}, ${post.revision}, ${written}, ${post.edit_reason}, ${post.markdown}, ${post.html}) returning 1
      ), draft as (${deletePostedDraft(post.author_id, draftPlaceOf('edit', post.id), draftRevision, 'earlier')})
      update forum_posts set markdown = ${text.markdown}, html = ${text.html}, excerpt = ${text.excerpt}, render_version = ${text.renderVersion},
        mentioned_ids = ${[...post.mentioned_ids, ...newlyMentionedIds]}, revision = ${post.revision + 1}, edited_at = ${new Date(this.clock())}, edit_reason = ${reason}
      where id = ${post.id}`.execute(tx.db);
    return post.revision + 1;
  }

  /** An edit that came to what stood there needs its draft no longer. */
  async dropDraft(tx: ForumTx, post: LockedPost, draftRevision: number | undefined): Promise<void> {
    await deleteDraft(post.author_id, draftPlaceOf('edit', post.id), draftRevision).execute(tx.db);
  }

  async markDeleted(tx: ForumTx, postId: string): Promise<void> {
    await tx.db.updateTable('forum_posts').set({ deleted_at: new Date(this.clock()) }).where('id', '=', postId).where('deleted_at', 'is', null).execute();
  }
}
