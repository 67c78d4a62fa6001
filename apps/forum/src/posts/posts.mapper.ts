import type { forum, Person, RouteAnswer } from '@unityplan/contracts';
import type { Hiding } from '../decisions/hidings.views.ts';
import type { PostRow } from './posts.views.ts';

/** What a post's answer needs beyond its row. */
export interface Shown {
  readonly personOf: (memberId: string) => Person;
  readonly hidings: ReadonlyMap<string, Hiding>;
  /** May see hidden texts: moderators. Authors see their own in any case. */
  readonly moderates: boolean;
  readonly memberId: string | undefined;
}

/** A deleted post keeps its place and author, its text is shown to nobody; that of a hidden one to its author and moderators. */
export function toPost(row: PostRow, { personOf, hidings, moderates, memberId }: Shown): RouteAnswer<typeof forum.getPost> {
  const deleted = row.deleted_at !== null;
  const hiding = row.hidden_by === null ? undefined : hidings.get(row.hidden_by);
  const silent = deleted || (row.hidden_by !== null && !moderates && row.author_id !== memberId);
  const { replied_id, replied_number, replied_author_id } = row;
  return {
    postId: row.id,
    topicId: row.topic_id,
    number: row.number,
    author: personOf(row.author_id),
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    revision: row.revision,
    replyTo: replied_id === null ? null : { postId: replied_id, number: replied_number!, author: personOf(replied_author_id!) },
    deleted,
    hidden: hiding ? { ...hiding, by: personOf(hiding.moderatorId) } : null,
    html: silent ? '' : row.html,
    markdown: silent ? '' : row.markdown,
    score: row.score,
    ownVote: row.own_vote === null ? null : row.own_vote > 0 ? 'up' : 'down',
  };
}

/** Everyone a post's answer shows. */
export function postPeople(row: PostRow): string[] {
  return row.replied_author_id === null ? [row.author_id] : [row.author_id, row.replied_author_id];
}
