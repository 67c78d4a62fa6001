import { z } from 'zod';
import { commonErrors } from '../kernel/common-errors.ts';
import { pageOf, pageQuery } from '../kernel/pages.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id, instant, person, writtenText } from '../kernel/shapes.ts';
import { forumErrors } from './errors.ts';

const owner = 'forum';
export const title = writtenText({ min: 5, max: 150 });
export const markdown = writtenText({ min: 2, max: 30_000 });

export const category = z.object({
  categoryId: id, slug: z.string(), name: z.object({ en: z.string(), da: z.string() }), about: z.object({ en: z.string(), da: z.string() }),
  topicCount: z.int(), lastActivityAt: instant.nullable(),
});
export const topicSummary = z.object({
  topicId: id, slug: z.string(), title: z.string(), categoryId: id, author: person, createdAt: instant, lastActivityAt: instant, lastAuthor: person,
  postCount: z.int(),
});
export const post = z.object({
  postId: id, topicId: id, number: z.int(), author: person, createdAt: instant, editedAt: instant.nullable(), revision: z.int(),
  replyTo: z.object({ postId: id, number: z.int(), author: person }).nullable(),
  deleted: z.boolean(), html: z.string().describe('Sanitised; empty when deleted'), markdown: z.string().describe('Source, for quoting and editing; empty when deleted'),
});
export const revision = z.object({ revision: z.int(), at: instant, reason: z.string().nullable(), markdown: z.string(), html: z.string() });

export const listCategories = defineRoute({
  owner, id: 'listCategories', method: 'GET', path: '/categories', access: 'public', about: "The territory's categories in their own order (100 at most).",
  answer: z.object({ items: z.array(category) }),
});
export const listTopics = defineRoute({
  owner, id: 'listTopics', method: 'GET', path: '/topics', access: 'public', about: 'Topics by latest activity, of one category or all.',
  query: pageQuery.extend({ categoryId: id.optional() }), answer: pageOf(topicSummary), errors: [commonErrors.cursor_invalid, commonErrors.not_found],
});
export const createTopic = defineRoute({
  owner, id: 'createTopic', method: 'POST', path: '/topics', access: 'member', about: 'Opens a topic with its first post.', idempotencyKey: true,
  body: z.object({ categoryId: id, title, markdown }), answer: z.object({ topic: topicSummary, post }), status: 201,
  errors: [commonErrors.not_found, commonErrors.idempotency_key_reused],
});
export const getTopic = defineRoute({
  owner, id: 'getTopic', method: 'GET', path: '/topics/{topicId}', access: 'public', about: 'A topic without its posts.',
  params: z.object({ topicId: id }), answer: topicSummary, errors: [commonErrors.not_found],
});
export const listPosts = defineRoute({
  owner, id: 'listPosts', method: 'GET', path: '/topics/{topicId}/posts', access: 'public',
  about: 'Posts of a topic in order, in pages both ways. `from` opens the page that starts at that post number.',
  params: z.object({ topicId: id }), query: pageQuery.extend({ from: z.coerce.number().int().min(1).optional() }),
  answer: pageOf(post), errors: [commonErrors.not_found, commonErrors.cursor_invalid],
});
export const createPost = defineRoute({
  owner, id: 'createPost', method: 'POST', path: '/topics/{topicId}/posts', access: 'member', about: 'Replies in a topic, to the topic or to one of its posts.', idempotencyKey: true,
  params: z.object({ topicId: id }), body: z.object({ markdown, replyToPostId: id.optional() }), answer: post, status: 201,
  errors: [commonErrors.not_found, commonErrors.idempotency_key_reused],
});
export const getPost = defineRoute({
  owner, id: 'getPost', method: 'GET', path: '/posts/{postId}', access: 'public', about: 'One post.', params: z.object({ postId: id }), answer: post, errors: [commonErrors.not_found],
});
export const editPost = defineRoute({
  owner, id: 'editPost', method: 'PATCH', path: '/posts/{postId}', access: 'member', about: 'Changes the text of an own post; `revision` is the one that was read.',
  params: z.object({ postId: id }), body: z.object({ markdown, revision: z.int().min(1), reason: writtenText({ min: 1, max: 200 }).optional() }), answer: post,
  errors: [commonErrors.not_found, forumErrors.not_author, forumErrors.post_gone, forumErrors.post_changed_meanwhile],
});
export const deletePost = defineRoute({
  owner, id: 'deletePost', method: 'DELETE', path: '/posts/{postId}', access: 'member', about: 'Deletes an own post; a marker stays in its place.',
  params: z.object({ postId: id }), errors: [commonErrors.not_found, forumErrors.not_author],
});
export const listRevisions = defineRoute({
  owner, id: 'listRevisions', method: 'GET', path: '/posts/{postId}/revisions', access: 'public', about: 'The texts a post has had, newest first.',
  params: z.object({ postId: id }), query: pageQuery, answer: pageOf(revision), errors: [commonErrors.not_found, commonErrors.cursor_invalid],
});
export const previewMarkdown = defineRoute({
  owner, id: 'previewMarkdown', method: 'POST', path: '/previews', access: 'member', about: 'How a text will look once posted; stores nothing.',
  body: z.object({ markdown: writtenText({ min: 0, max: 30_000 }) }), answer: z.object({ html: z.string() }), status: 200,
});
