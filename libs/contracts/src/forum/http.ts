import { z } from 'zod';
import { badgeErrors } from '../badge/errors.ts';
import { commonErrors } from '../kernel/common-errors.ts';
import { managers } from '../kernel/gates.ts';
import { pageOf, pageQuery } from '../kernel/pages.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id, writtenText } from '../kernel/shapes.ts';
import { forumErrors } from './errors.ts';
import { category, categoryGates, markdown, post, revision, title, topicPage, topicSummary, vote } from './models.ts';

const owner = 'forum';
const { not_found, cursor_invalid, idempotency_key_reused, service_unavailable } = commonErrors;
const { badge_required } = badgeErrors;
const ofTopic = z.object({ topicId: id });
const ofPost = z.object({ postId: id });
const ofCategory = z.object({ categoryId: id });
const draftRevision = z.int().min(0).max(2_000_000_000).optional().describe('The draft this came of: deleted with it unless it is newer; without this it is deleted in any case');

const categoryTexts = z.object({
  name: z.object({ en: writtenText({ min: 2, max: 60 }), da: writtenText({ min: 2, max: 60 }) }),
  about: z.object({ en: writtenText({ min: 2, max: 300 }), da: writtenText({ min: 2, max: 300 }) }),
});
const slug = z.string().max(60).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case words joined by hyphens, such as community-hosts');

/** So that one answer shows them all. */
export const mostCategories = 100;

export const listCategories = defineRoute({
  owner, id: 'listCategories', method: 'GET', path: '/categories', access: 'public', revalidated: true,
  about: "The territory's categories in their own order (100 at most), with what the caller may do in each and what is missing where not.", answer: z.object({ items: z.array(category) }),
});
export const createCategory = defineRoute({
  owner, id: 'createCategory', method: 'POST', path: '/categories', access: { gate: managers }, about: 'Makes a category, after all others.', idempotencyKey: true,
  body: categoryTexts.extend({ slug, gates: categoryGates }), answer: category, status: 201, errors: [forumErrors.category_slug_taken, forumErrors.categories_full, badgeErrors.badge_unknown, idempotency_key_reused, service_unavailable],
});
export const changeCategory = defineRoute({
  owner, id: 'changeCategory', method: 'PUT', path: '/categories/{categoryId}', access: { gate: managers }, about: 'Changes texts and gates; `revision` is the one that was read. Gates count from the next call on, everywhere within a second.',
  params: ofCategory, body: categoryTexts.extend({ slug, gates: categoryGates, revision: z.int().min(1).max(2_000_000_000) }), answer: category,
  errors: [not_found, forumErrors.category_slug_taken, forumErrors.category_changed_meanwhile, badgeErrors.badge_unknown, service_unavailable],
});
export const orderCategories = defineRoute({
  owner, id: 'orderCategories', method: 'PUT', path: '/category-order', access: { gate: managers }, about: 'Puts the categories in this order; every one must be named once.',
  body: z.object({ categoryIds: z.array(id).min(1).max(mostCategories) }), answer: z.object({ items: z.array(category) }), errors: [forumErrors.category_order_stale],
});

export const listTopics = defineRoute({
  owner, id: 'listTopics', method: 'GET', path: '/topics', access: 'public', revalidated: true,
  about: 'Topics by latest activity, of one category or of all that the caller may read. `pinned` are those that stand first in the category (first page only); `items` has them at their place too.',
  query: pageQuery.extend({ categoryId: id.optional() }), answer: pageOf(topicSummary).extend({ pinned: z.array(topicSummary) }), errors: [cursor_invalid, not_found, badge_required],
});
export const createTopic = defineRoute({
  owner, id: 'createTopic', method: 'POST', path: '/topics', access: 'member', about: 'Opens a topic with its first post.', idempotencyKey: true,
  body: z.object({ categoryId: id, title, markdown, draftRevision }), answer: z.object({ topic: topicSummary, post }), status: 201,
  errors: [not_found, badge_required, idempotency_key_reused],
});
export const getTopic = defineRoute({
  owner, id: 'getTopic', method: 'GET', path: '/topics/{topicId}', access: 'public', revalidated: true, about: 'A topic without its posts.',
  params: ofTopic, answer: topicPage, errors: [not_found, badge_required],
});
export const listPosts = defineRoute({
  owner, id: 'listPosts', method: 'GET', path: '/topics/{topicId}/posts', access: 'public', revalidated: true,
  about: 'Posts of a topic in order, in pages both ways. `from` opens the page that starts at that post number.',
  params: ofTopic, query: pageQuery.extend({ from: z.coerce.number().int().min(1).optional() }),
  answer: pageOf(post), errors: [not_found, cursor_invalid, badge_required],
});
export const createPost = defineRoute({
  owner, id: 'createPost', method: 'POST', path: '/topics/{topicId}/posts', access: 'member', about: 'Replies in a topic, to the topic or to one of its posts.', idempotencyKey: true,
  params: ofTopic, body: z.object({ markdown, replyToPostId: id.optional(), draftRevision }), answer: post, status: 201,
  errors: [not_found, badge_required, forumErrors.topic_closed, idempotency_key_reused],
});
export const getPost = defineRoute({
  owner, id: 'getPost', method: 'GET', path: '/posts/{postId}', access: 'public', revalidated: true, about: 'One post.', params: ofPost, answer: post, errors: [not_found, badge_required],
});
export const editPost = defineRoute({
  owner, id: 'editPost', method: 'PATCH', path: '/posts/{postId}', access: 'member', about: 'Changes the text of an own post; `revision` is the one that was read. Asks for what writing it asked for.',
  params: ofPost, body: z.object({ markdown, revision: z.int().min(1), reason: writtenText({ min: 1, max: 200 }).optional(), draftRevision }), answer: post,
  errors: [not_found, badge_required, forumErrors.not_author, forumErrors.post_gone, forumErrors.post_hidden, forumErrors.post_changed_meanwhile],
});
export const deletePost = defineRoute({
  owner, id: 'deletePost', method: 'DELETE', path: '/posts/{postId}', access: 'member', about: 'Deletes an own post; a marker stays in its place. No gate stands before taking back own words.',
  params: ofPost, errors: [not_found, forumErrors.not_author],
});
export const setVote = defineRoute({
  owner, id: 'setVote', method: 'PUT', path: '/posts/{postId}/vote', access: 'member', about: "Votes on someone's post, changes the vote, or takes it back (null). One vote a member and post, however often it is sent.",
  params: ofPost, body: z.object({ vote: vote.nullable() }), answer: z.object({ score: z.int(), ownVote: vote.nullable() }),
  errors: [not_found, badge_required, forumErrors.vote_on_own_post, forumErrors.vote_limit_reached, forumErrors.post_gone, forumErrors.post_hidden],
});
export const listRevisions = defineRoute({
  owner, id: 'listRevisions', method: 'GET', path: '/posts/{postId}/revisions', access: 'public', about: 'The texts a post has had, newest first. Those of a hidden post are for its author and moderators.',
  params: ofPost, query: pageQuery, answer: pageOf(revision), errors: [not_found, cursor_invalid, badge_required, forumErrors.post_hidden],
});
export const previewMarkdown = defineRoute({
  owner, id: 'previewMarkdown', method: 'POST', path: '/previews', access: 'member', about: 'How a text will look once posted; stores nothing.',
  body: z.object({ markdown: writtenText({ min: 0, max: 30_000 }) }), answer: z.object({ html: z.string() }), status: 200,
});
