import { z } from 'zod';
import { exampleId } from '../kernel/examples.ts';
import { defineRpc } from '../kernel/rpc.ts';
import { id } from '../kernel/shapes.ts';

export const getExcerpts = defineRpc({
  owner: 'forum', method: 'get_excerpts', about: 'What to show of posts in a notification or mail, read now. Unknown and deleted posts are left out.',
  input: z.object({ postIds: z.array(id).max(100) }),
  output: z.object({ posts: z.array(z.object({ postId: id, topicId: id, number: z.int(), topicTitle: z.string(), topicSlug: z.string(), authorId: id, excerpt: z.string(), html: z.string() })) }),
  errors: [], deadlineMs: 2000, idempotent: true,
  example: {
    input: { postIds: [exampleId(13)] },
    output: { posts: [{ postId: exampleId(13), topicId: exampleId(10), number: 2, topicTitle: 'Harbour baths', topicSlug: 'harbour-baths', authorId: exampleId(2), excerpt: 'I would like…', html: '<p>I would like…</p>' }] },
  },
});
