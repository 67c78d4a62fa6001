import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@unityplan/service-kit';
import type { Selectable } from 'kysely';
import type { PostsTable } from '../db/posts.table.ts';
import type { ForumTx } from '../db/schema.ts';
import type { WrittenText } from '../writing/writing.service.ts';

export interface NewPost {
  readonly postId: string;
  readonly topicId: string;
  readonly authorId: string;
  readonly replyToId: string | null;
  readonly text: WrittenText;
}

/** Where a post stands, and whose topic it is in. */
export interface Placed {
  readonly number: number;
  readonly at: Date;
  readonly topic: { readonly categoryId: string; readonly authorId: string };
}

export type LockedPost = Selectable<PostsTable> & { category_id: string };

@Injectable()
export class PostsRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Takes the next number of a topic, whose row stays locked until the end of the transaction. Undefined when there is no such topic. */
  async takePlace(tx: ForumTx, post: NewPost): Promise<Placed | undefined> {
    const row = await tx.db
      .updateTable('forum_topics')
      .set((eb) => ({
        post_count: eb('post_count', '+', 1),
        // Never backwards, also when clocks of two processes differ: readers page along it.
        last_activity_at: eb.fn<Date>('greatest', ['last_activity_at', eb.cast<Date>(eb.val(new Date(this.clock())), 'timestamptz')]),
        last_author_id: post.authorId,
      }))
      .where('id', '=', post.topicId)
      .returning(['post_count', 'last_activity_at', 'category_id', 'author_id'])
      .executeTakeFirst();
    return row && { number: row.post_count, at: row.last_activity_at, topic: { categoryId: row.category_id, authorId: row.author_id } };
  }

  async insert(tx: ForumTx, post: NewPost, place: Placed): Promise<void> {
    await tx.db
      .insertInto('forum_posts')
      .values({
        id: post.postId,
        topic_id: post.topicId,
        number: place.number,
        author_id: post.authorId,
        reply_to_id: post.replyToId,
        created_at: place.at,
        mentioned_ids: [...post.text.mentionedIds],
        ...columnsOf(post.text),
      })
      .execute();
  }

  /** A post of this very topic. */
  find(tx: ForumTx, topicId: string, postId: string) {
    return tx.db.selectFrom('forum_posts').select(['author_id', 'deleted_at']).where('id', '=', postId).where('topic_id', '=', topicId).executeTakeFirst();
  }

  /** The post with its row locked against other writers (replies to it need not wait). */
  lock(tx: ForumTx, postId: string): Promise<LockedPost | undefined> {
    return tx.db
      .selectFrom('forum_posts as post')
      .innerJoin('forum_topics as topic', 'topic.id', 'post.topic_id')
      .selectAll('post')
      .select('topic.category_id')
      .where('post.id', '=', postId)
      .forNoKeyUpdate('post')
      .executeTakeFirst();
  }

  /** Moves the present text into the history and puts another in its place. Answers the new revision. */
  async replaceText(tx: ForumTx, post: LockedPost, text: WrittenText, reason: string | null, newlyMentionedIds: readonly string[]): Promise<number> {
    const { id: post_id, revision, markdown, html } = post;
    await tx.db
      .insertInto('forum_post_revisions')
      .values({ post_id, revision, markdown, html, reason: post.edit_reason, written_at: post.edited_at ?? post.created_at })
      .execute();
    await tx.db
      .updateTable('forum_posts')
      .set({
        ...columnsOf(text),
        mentioned_ids: [...post.mentioned_ids, ...newlyMentionedIds],
        revision: revision + 1,
        edited_at: new Date(this.clock()),
        edit_reason: reason,
      })
      .where('id', '=', post_id)
      .execute();
    return revision + 1;
  }

  async markDeleted(tx: ForumTx, postId: string): Promise<void> {
    await tx.db.updateTable('forum_posts').set({ deleted_at: new Date(this.clock()) }).where('id', '=', postId).where('deleted_at', 'is', null).execute();
  }
}

function columnsOf({ markdown, html, excerpt, renderVersion }: WrittenText) {
  return { markdown, html, excerpt, render_version: renderVersion };
}
