import { z } from 'zod';
import { exampleId } from '../kernel/examples.ts';
import { everyone, gate } from '../kernel/gates.ts';
import { defineRpc } from '../kernel/rpc.ts';
import { id, instant } from '../kernel/shapes.ts';
import { flagKind } from './models.ts';
import { decisionAction } from './moderation-models.ts';

export const getExcerpts = defineRpc({
  owner: 'forum', method: 'get_excerpts', about: 'What to show a member (null: a guest) of posts in a notification or mail, read now. Unknown, deleted and hidden posts are left out, and those that the viewer may not read.',
  input: z.object({
    postIds: z.array(id).max(100), viewerId: id.nullable().default(null),
    html: z.boolean().default(true).describe('False leaves html empty. The whole texts of many long posts do not fit into one answer'),
  }),
  output: z.object({ posts: z.array(z.object({ postId: id, topicId: id, number: z.int(), topicTitle: z.string(), topicSlug: z.string(), authorId: id, excerpt: z.string(), html: z.string() })) }),
  errors: [], deadlineMs: 2000, idempotent: true,
  example: {
    input: { postIds: [exampleId(13)], viewerId: exampleId(1) },
    output: { posts: [{ postId: exampleId(13), topicId: exampleId(10), number: 2, topicTitle: 'Harbour baths', topicSlug: 'harbour-baths', authorId: exampleId(2), excerpt: 'I would like…', html: '<p>I would like…</p>' }] },
  },
});
export const getPlaces = defineRpc({
  owner: 'forum', method: 'get_places', about: 'The category of topics, what they are called, and who may read and moderate there. Unknown ids are left out. category.changed and topic.changed tell when to ask again.',
  input: z.object({ topicIds: z.array(id).max(500), categoryIds: z.array(id).max(500) }),
  output: z.object({
    topics: z.array(z.object({ topicId: id, categoryId: id, read: gate, moderate: gate.optional(), title: z.string().optional(), slug: z.string().optional() })),
    categories: z.array(z.object({ categoryId: id, read: gate, moderate: gate.optional() })),
  }),
  errors: [], deadlineMs: 1500, idempotent: true,
  example: {
    input: { topicIds: [exampleId(10)], categoryIds: [] },
    output: { topics: [{ topicId: exampleId(10), categoryId: exampleId(11), read: everyone }], categories: [] },
  },
});
export const getDecisions = defineRpc({
  owner: 'forum', method: 'get_decisions', about: 'What to show a member of decisions, read now: those who may read the category see them, and the author of the post in any case. Others, and unknown ones, are left out.',
  input: z.object({ decisionIds: z.array(id).max(100), viewerId: id }),
  output: z.object({
    decisions: z.array(z.object({
      decisionId: id, action: decisionAction, rule: flagKind.nullable(), reason: z.string().nullable(), decidedAt: instant, moderatorId: id,
      topicId: id, topicTitle: z.string(), topicSlug: z.string(), postId: id.nullable(), postNumber: z.int().nullable(), authorId: id,
      excerpt: z.string().nullable().describe('Null when the post is hidden from the viewer, or gone'), appealableUntil: instant.nullable().describe('Set when the viewer can appeal now'),
    })),
  }),
  errors: [], deadlineMs: 2000, idempotent: true,
  example: {
    input: { decisionIds: [exampleId(15)], viewerId: exampleId(2) },
    output: {
      decisions: [{
        decisionId: exampleId(15), action: 'post_hidden', rule: 'abuse', reason: 'Names a neighbour', decidedAt: '2026-11-21T10:00:00.000Z', moderatorId: exampleId(3), topicId: exampleId(10), topicTitle: 'Harbour baths',
        topicSlug: 'harbour-baths', postId: exampleId(13), postNumber: 2, authorId: exampleId(2), excerpt: 'I would like…', appealableUntil: '2026-12-05T10:00:00.000Z',
      }],
    },
  },
});
