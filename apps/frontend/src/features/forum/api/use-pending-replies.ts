import { useQueryClient } from '@tanstack/react-query';
import type { Post } from '@unityplan/sdk';
import { useCallback, useEffect, useRef, useState } from 'react';
import { askAgain } from '../../../shared/lib/ask-again.ts';
import { healAfter } from '../../../shared/lib/query-client.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';
import { keepReplies, mustWait, nextToSend, readReplies, type PendingReply } from './pending-replies.ts';
import { appendPosts, catchUp, endOf, growTopic, type PostPages } from './posts-cache.ts';

/** Replies on their way, kept on the device until the server has them; sent again by themselves while a part is away. */
export function usePendingReplies(topicId: string, ownId: string | undefined, onSent: (post: Post) => void) {
  const client = useQueryClient();
  const place = `unityplan.unsent.${ownId}.${topicId}`;
  const [replies, setReplies] = useState<PendingReply[]>(() => (ownId ? readReplies(place) : []));
  useEffect(() => {
    if (ownId) keepReplies(place, replies);
  }, [replies, place, ownId]);

  const change = (key: string, part: Partial<PendingReply>) => setReplies((all) => all.map((reply) => (reply.key === key ? { ...reply, ...part } : reply)));
  // Also from the device: the page may have been left while the reply was on its way.
  const drop = useCallback((key: string) => {
    keepReplies(place, readReplies(place).filter((reply) => reply.key !== key));
    setReplies((all) => all.filter((reply) => reply.key !== key));
  }, [place]);
  const show = async (post: Post) => {
    growTopic(client, topicId, post.number);
    for (const [key, data] of client.getQueriesData<PostPages>({ queryKey: forumKeys.posts(topicId) })) {
      const end = endOf(data);
      if (end === post.number - 1) client.setQueryData(key, appendPosts(data, { items: [post], next: null, previous: null }));
      // It is sent, whatever comes of loading those before it.
      else if (end !== undefined && end < post.number) await catchUp(client, topicId).catch(() => void askAgain(client, { queryKey: forumKeys.posts(topicId) }));
    }
  };
  const send = async (reply: PendingReply) => {
    change(reply.key, { sending: true, error: undefined });
    try {
      const post = await sdk.createPost({
        params: { topicId }, idempotencyKey: reply.key, body: { markdown: reply.markdown, ...(reply.replyTo ? { replyToPostId: reply.replyTo.postId } : {}), draftRevision: reply.draftRevision ?? 0 },
      });
      await show(post);
      drop(reply.key);
      onSent(post);
    } catch (error) {
      change(reply.key, { sending: false, error });
    }
  };
  const again = useRef(send);
  useEffect(() => {
    again.current = send;
  });
  const next = nextToSend(replies);
  useEffect(() => {
    if (!next) return;
    const timer = setTimeout(() => void again.current(next), healAfter(next.error) || 0);
    return () => clearTimeout(timer);
  }, [next]);
  const add = (markdown: string, replyTo: PendingReply['replyTo'], draftRevision: Promise<number>) => {
    const reply: PendingReply = { key: crypto.randomUUID(), markdown, sending: !mustWait(replies), ...(replyTo ? { replyTo } : {}) };
    setReplies((all) => [...all, reply]);
    void draftRevision.then((known) => {
      change(reply.key, { draftRevision: known });
      if (reply.sending) void send({ ...reply, draftRevision: known });
    });
  };
  return { replies, add, send, drop };
}
