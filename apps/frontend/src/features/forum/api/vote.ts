import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Post, Vote } from '@unityplan/sdk';
import { patchItems } from '../../../shared/lib/infinite.ts';
import { isLastOf, queued } from '../../../shared/lib/queued.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';
import type { PostPages } from './posts-cache.ts';

type Voted = Pick<Post, 'score' | 'ownVote'>;
const worth = (vote: Vote | null) => (vote === 'up' ? 1 : vote === 'down' ? -1 : 0);

/** A post's votes once the member votes so; the same vote again takes it back. */
export function afterVote({ score, ownVote }: Voted, pressed: Vote): Voted {
  const next = ownVote === pressed ? null : pressed;
  return { score: score - worth(ownVote) + worth(next), ownVote: next };
}

function put(client: QueryClient, { topicId, postId }: Post, voted: Voted): void {
  client.setQueriesData<PostPages>({ queryKey: forumKeys.posts(topicId) }, (data) => patchItems(data, (post) => (post.postId === postId ? { ...post, ...voted } : post)));
}

/** Votes at once; as before when the server refuses. One after the other, so that the last press counts. */
export function useVote(post: Post) {
  const client = useQueryClient();
  const queue = `vote ${post.postId}`;
  return useMutation({
    ...queued(queue),
    mutationFn: (ownVote: Vote | null) => sdk.setVote({ params: { postId: post.postId }, body: { vote: ownVote } }),
    onMutate: (ownVote) => {
      put(client, post, { score: post.score - worth(post.ownVote) + worth(ownVote), ownVote });
      return { before: { score: post.score, ownVote: post.ownVote } };
    },
    onSuccess: (voted) => { if (isLastOf(client, queue)) put(client, post, voted); },
    onError: (_error, _vote, context) => {
      if (!context || !isLastOf(client, queue)) return;
      put(client, post, context.before);
      void client.invalidateQueries({ queryKey: forumKeys.posts(post.topicId) });
    },
  });
}
