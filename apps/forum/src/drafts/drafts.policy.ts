import { sql, type RawBuilder } from 'kysely';

type Kind = 'reply' | 'topic' | 'edit';

/** Where a draft belongs, as its key. */
export const draftPlaceOf = (kind: Kind, id: string): string => `${kind}:${id}`;

/** What `draftPlaceOf` wrote. */
export function readPlace(place: string): { kind: Kind; id: string } {
  const [kind, id] = place.split(':') as [Kind, string];
  return { kind, id };
}

/**
 * Part of the statement that posts a text (`from` is the part that says it was posted): the draft it came of is deleted, unless it has
 * been saved again since. Without a revision it is deleted in any case.
 */
export function deletePostedDraft(memberId: string, place: string, revision: number | undefined, from: string): RawBuilder<unknown> {
  return sql`${deleteDraft(memberId, place, revision)} and exists (select from ${sql.ref(from)})`;
}

/** The same for a text that stands there already. */
export function deleteDraft(memberId: string, place: string, revision: number | undefined): RawBuilder<unknown> {
  return sql`delete from forum_drafts where member_id = ${memberId} and place = ${place} and revision <= ${revision ?? 2_147_483_647}`;
}
