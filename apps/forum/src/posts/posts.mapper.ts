import type { forum, Person, RouteAnswer } from '@unityplan/contracts';
import type { PostRow } from './posts.views.ts';

/** A deleted post keeps its place and author; its text is shown to nobody. */
export function toPost(row: PostRow, personOf: (memberId: string) => Person): RouteAnswer<typeof forum.getPost> {
  const deleted = row.deleted_at !== null;
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
    html: deleted ? '' : row.html,
    markdown: deleted ? '' : row.markdown,
  };
}

/** Everyone a post's answer shows. */
export function postPeople(row: PostRow): string[] {
  return row.replied_author_id === null ? [row.author_id] : [row.author_id, row.replied_author_id];
}
