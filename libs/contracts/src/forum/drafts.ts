import { z } from 'zod';
import { badgeErrors } from '../badge/errors.ts';
import { commonErrors } from '../kernel/common-errors.ts';
import { pageOf, pageQuery } from '../kernel/pages.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id, instant, writtenText } from '../kernel/shapes.ts';
import { forumErrors } from './errors.ts';
import { readState } from './models.ts';

const owner = 'forum';
const { not_found, cursor_invalid } = commonErrors;
const { badge_required } = badgeErrors;

/** Where a draft belongs: `reply:<topic>`, `topic:<category>` (a new topic there) or `edit:<post>`. One a member and place. */
export const draftPlace = z.string().regex(/^(reply|topic|edit):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'Use reply:<topic id>, topic:<category id> or edit:<post id>');
const atPlace = z.object({ place: draftPlace });
const draftText = { title: writtenText({ min: 0, max: 150 }).default(''), markdown: writtenText({ min: 0, max: 30_000 }), replyToPostId: id.nullable().default(null) };
export const postDraft = z.object({
  place: draftPlace, title: z.string(), markdown: z.string(), replyToPostId: id.nullable(), revision: z.int(), savedAt: instant,
  topic: z.object({ topicId: id, slug: z.string(), title: z.string() }).nullable().describe('Of a reply or edit'), categoryId: id,
});

export const listPostDrafts = defineRoute({
  owner, id: 'listPostDrafts', method: 'GET', path: '/drafts', access: 'member', about: 'Texts the member has begun, newest first. Those where the member may not read at present are left out.',
  query: pageQuery, answer: pageOf(postDraft), errors: [cursor_invalid],
});
export const getPostDraft = defineRoute({
  owner, id: 'getPostDraft', method: 'GET', path: '/drafts/{place}', access: 'member', about: 'The text begun at a place.', params: atPlace, answer: postDraft, errors: [not_found, badge_required],
});
export const savePostDraft = defineRoute({
  owner, id: 'savePostDraft', method: 'PUT', path: '/drafts/{place}', access: 'member',
  about: 'Saves a text while it is written. `revision` is the one this text came of (0: none); when another device has saved since, the answer is draft_changed_elsewhere with that draft in `params.draft`. Posting deletes the draft.',
  params: atPlace, body: z.object({ ...draftText, revision: z.int().min(0).max(2_000_000_000) }), answer: postDraft, errors: [not_found, badge_required, forumErrors.not_author, forumErrors.draft_changed_elsewhere],
});
export const deletePostDraft = defineRoute({ owner, id: 'deletePostDraft', method: 'DELETE', path: '/drafts/{place}', access: 'member', about: 'Throws a draft away. Harmless when there is none.', params: atPlace });

export const setReadState = defineRoute({
  owner, id: 'setReadState', method: 'PUT', path: '/topics/{topicId}/reading', access: 'member', about: 'Tells that the member has seen posts up to this number, on any device. It only ever goes up.',
  params: z.object({ topicId: id }), body: z.object({ upTo: z.int().min(1).max(2_147_483_647) }), answer: readState, errors: [not_found, badge_required],
});
export const markCategoryRead = defineRoute({
  owner, id: 'markCategoryRead', method: 'PUT', path: '/categories/{categoryId}/reading', access: 'member', about: 'All there is in the category now counts as read.',
  params: z.object({ categoryId: id }), errors: [not_found, badge_required],
});
