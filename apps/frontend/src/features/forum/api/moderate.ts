import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { FlagKind, InputOf, Post, TopicPage } from '@unityplan/sdk';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';
import { replaceHidden } from './posts-cache.ts';

/** What is decided in a topic shows in the queue, the log and one's own list, too. */
function refreshModeration(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['moderation'] });
  void client.invalidateQueries({ queryKey: ['own', 'moderation'] });
}

/** Pins, unpins, closes, opens or moves a topic. */
export function useChangeTopic(topicId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: InputOf<'changeTopic'>['body']) => sdk.changeTopic({ params: { topicId }, body }),
    onSuccess: (topic: TopicPage) => {
      client.setQueryData(forumKeys.topic(topicId), topic);
      void client.invalidateQueries({ queryKey: ['forum', 'topics'] });
      refreshModeration(client);
    },
  });
}

/** Hides a post at once, for all to see why. */
export function useHidePost(post: Post) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { rule: FlagKind; reason: string }) => sdk.hidePost({ params: { postId: post.postId }, body }),
    onSuccess: (hidden) => { replaceHidden(client, hidden); refreshModeration(client); },
  });
}

/** Shows a hidden post again. */
export function useRestorePost(post: Post) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => sdk.restorePost({ params: { postId: post.postId }, body: { reason } }),
    onSuccess: (shown) => { replaceHidden(client, shown); refreshModeration(client); },
  });
}

/** Tells moderators that a post breaks a rule. */
export function useFlagPost(post: Post) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { kind: FlagKind; text: string | null }) => sdk.flagPost({ params: { postId: post.postId }, body }),
    onSuccess: () => refreshModeration(client),
  });
}
