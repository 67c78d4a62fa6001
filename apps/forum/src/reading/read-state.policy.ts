import { sql, type RawBuilder } from 'kysely';

/**
 * How far a member has read each `topic` of a query: what was seen of it, or what was there when its category was last marked as read.
 * Null for guests. Counts posts only of topics that were written in since the mark, and of those only what came after it.
 */
export function seenUpTo(memberId: string | undefined): RawBuilder<number | null> {
  if (memberId === undefined) return sql`null::int`;
  return sql`greatest(
    (select seen.up_to from forum_topic_reads seen where seen.member_id = ${memberId}::uuid and seen.topic_id = topic.id),
    (select case when topic.last_activity_at <= mark.read_at then topic.post_count
       when topic.created_at <= mark.read_at then
         (select number from forum_posts where topic_id = topic.id and created_at <= mark.read_at order by number desc limit 1) end
     from forum_category_reads mark where mark.member_id = ${memberId}::uuid and mark.category_id = topic.category_id), 0)`;
}

/** The read state of a topic as its answer shows it; null for guests. */
export function toReadState(postCount: number, seen: number | null) {
  if (seen === null) return null;
  const upTo = Math.min(seen, postCount);
  return { upTo, unread: postCount - upTo, firstUnread: upTo < postCount ? upTo + 1 : null };
}
