import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem, type Post } from '@unityplan/sdk';
import { useRef } from 'react';
import { askAgain } from '../../../shared/lib/ask-again.ts';
import { useLive } from '../../../shared/lib/live.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';
import { catchUp, growTopic, markDeleted, replaceHidden, replacePost } from './posts-cache.ts';

/** Follows a topic: posts of others appear at the end, edits and deletions where they happened. */
export function useTopicStream(topicId: string, onArrived: (posts: Post[]) => void): void {
  const client = useQueryClient();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  // Nobody tells of it a second time: the whole window is asked for, as patiently as any page.
  const reloadPosts = () => void askAgain(client, { queryKey: forumKeys.posts(topicId) });
  // One after the other, so that two entries never append the same posts.
  const load = () => {
    queue.current = queue.current.then(() => catchUp(client, topicId)).then((posts) => { if (posts.length > 0) onArrived(posts); }, reloadPosts);
  };
  const reload = (postId: string, put = replacePost) =>
    sdk.getPost({ params: { postId } }).then(
      (post) => put(client, post),
      (error: unknown) => {
        if (error instanceof ApiProblem && (error.status === 404 || error.status === 410)) markDeleted(client, topicId, postId);
        else reloadPosts();
      },
    );
  const reloadAll = () => {
    void client.invalidateQueries({ queryKey: forumKeys.topic(topicId) });
    void client.invalidateQueries({ queryKey: forumKeys.posts(topicId) });
  };
  useLive(`topic:${topicId}`, {
    onEntry: ({ name, data }) => {
      if (name === 'post.created') {
        if (data.number) growTopic(client, topicId, data.number);
        load();
      }
      if (name === 'post.edited' && data.postId) void reload(data.postId);
      if (name === 'post.deleted' && data.postId) markDeleted(client, topicId, data.postId);
      if ((name === 'post.hidden' || name === 'post.restored') && data.postId) void reload(data.postId, replaceHidden);
      if (name === 'topic.changed') void client.invalidateQueries({ queryKey: forumKeys.topic(topicId) });
    },
    onReload: reloadAll,
    // The page was loaded before the stream was followed: what happened in between is told to nobody again.
    onSubscribed: () => {
      void askAgain(client, { queryKey: forumKeys.topic(topicId) });
      reloadPosts();
    },
    // The door closed, or is closed: what the page may show is asked for anew, and the answer says why.
    onRefused: reloadAll,
  });
}
