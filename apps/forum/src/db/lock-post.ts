import type { ForumTx } from './schema.ts';

/**
 * A post with its row locked against other writers until the end of the transaction (replies to it need not wait), and the category it
 * is in. Who asks adds the columns they need: texts are long.
 */
export function lockPost(tx: ForumTx, postId: string) {
  return tx.db
    .selectFrom('forum_posts as post')
    .innerJoin('forum_topics as topic', 'topic.id', 'post.topic_id')
    .select('topic.category_id')
    .where('post.id', '=', postId)
    .forNoKeyUpdate('post');
}
