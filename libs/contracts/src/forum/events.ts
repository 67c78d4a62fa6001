import { z } from 'zod';
import { defineEvent } from '../kernel/events.ts';
import { exampleId } from '../kernel/examples.ts';
import { id } from '../kernel/shapes.ts';

// All events of a topic share its order, so a reader never sees a reply before the topic or an edit before the post.
const inTopic = { version: 1, scope: 'territory', owner: 'forum', orderBy: 'topicId', personal: [] } as const;

export const topicCreated = defineEvent({
  ...inTopic, name: 'topic.created', about: 'A member opened a topic; its first post is part of it.',
  payload: z.object({ topicId: id, categoryId: id, authorId: id, postId: id, mentionedIds: z.array(id), gated: z.boolean().optional().describe('Not everyone may read it') }),
  example: { topicId: exampleId(10), categoryId: exampleId(11), authorId: exampleId(1), postId: exampleId(12), mentionedIds: [] },
});
export const postCreated = defineEvent({
  ...inTopic, name: 'post.created', about: 'A member replied in a topic.',
  payload: z.object({
    postId: id, topicId: id, categoryId: id, authorId: id, number: z.int().describe('Position in the topic; the first post is 1'),
    topicAuthorId: id, replyToPostId: id.nullable(), replyToAuthorId: id.nullable(), mentionedIds: z.array(id),
  }),
  example: {
    postId: exampleId(13), topicId: exampleId(10), categoryId: exampleId(11), authorId: exampleId(2), number: 2,
    topicAuthorId: exampleId(1), replyToPostId: null, replyToAuthorId: null, mentionedIds: [exampleId(1)],
  },
});
export const postEdited = defineEvent({
  ...inTopic, name: 'post.edited', about: 'The author changed a post; earlier text stays in its history.',
  payload: z.object({ postId: id, topicId: id, categoryId: id, authorId: id, number: z.int(), revision: z.int(), newlyMentionedIds: z.array(id) }),
  example: { postId: exampleId(13), topicId: exampleId(10), categoryId: exampleId(11), authorId: exampleId(2), number: 2, revision: 2, newlyMentionedIds: [] },
});
export const postDeleted = defineEvent({
  ...inTopic, name: 'post.deleted', about: 'The author deleted a post; a marker stays in its place.',
  payload: z.object({ postId: id, topicId: id, categoryId: id, authorId: id, number: z.int() }),
  example: { postId: exampleId(13), topicId: exampleId(10), categoryId: exampleId(11), authorId: exampleId(2), number: 2 },
});
