import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { OwnProfile, Post, TopicPage } from '@unityplan/sdk';
import { buttonClass, Icon, LoadMore, quoted, SkeletonList } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { postsQuery, windowFor } from '../api/get-posts.ts';
import { usePendingReplies } from '../api/use-pending-replies.ts';
import { useTopicStream } from '../api/use-topic-stream.ts';
import { PendingReplies } from './pending-replies.tsx';
import { PostList } from './post-list.tsx';
import { GuestInvitation } from './guest-invitation.tsx';
import { ReplyPlace, type Quote } from './reply-place.tsx';
import { usePostKeys, usePostPlace, useSeen } from './use-post-place.ts';

interface Props {
  topic: TopicPage;
  me: OwnProfile | null | undefined;
  from: number;
  /** A post that is open for editing from the beginning. */
  editing: string | undefined;
  onSeen: (number: number) => void;
}

/** The posts of a topic: pages both ways, live, with the member's reply below. */
export function TopicPosts({ topic, me, from, editing, onSeen }: Props) {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const navigate = useNavigate();
  const query = useInfiniteQuery(postsQuery(topic.topicId, from));
  const posts = itemsOf(query.data, (post) => post.postId).sort((a, b) => a.number - b.number);
  const [arrived, setArrived] = useState<readonly Post[]>([]);
  const others = arrived.filter((post) => post.author.memberId !== me?.memberId);
  const [quote, setQuote] = useState<Quote>();
  // Where reading goes on stays where it was when the page was opened; what comes in live is new in another way.
  const [firstUnread] = useState(topic.reading && topic.reading.upTo > 0 ? topic.reading.firstUnread : null);

  const goTo = (number: number) => navigate({ to: '.', search: { from: windowFor(number) === 1 ? undefined : windowFor(number) }, hash: `post-${number}`, resetScroll: false });
  const pending = usePendingReplies(topic.topicId, me?.memberId, (post) => { if (query.hasNextPage) void goTo(post.number); });
  useTopicStream(topic.topicId, (posts) => setArrived((all) => [...all, ...posts]));
  usePostPlace(posts.map((post) => post.number));
  usePostKeys();
  useSeen(`${posts[0]?.number} ${posts.at(-1)?.number} ${posts.length}`, onSeen);

  const quotePost = (post: Post) => {
    const selection = window.getSelection();
    const inside = selection && document.getElementById(`post-${post.number}`)?.contains(selection.anchorNode) ? selection.toString().trim() : '';
    const block = `${quoted(`${t('post.wrote', { name: post.author.handle ? `@${post.author.handle}` : (nameOf(post.author) ?? '–') })}\n\n${inside || post.markdown}`)}\n\n`;
    setQuote({ post, block });
  };
  const latest = others.at(-1);
  const replies = topic.may.reply.allowed && !topic.closed;
  const unread = firstUnread && posts[0]?.number === 1 ? firstUnread : undefined;

  if (query.isPending) return <SkeletonList rows={4} label={common('loading')} />;
  if (query.error && posts.length === 0) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="-mt-3 flex flex-col gap-8">
      <section aria-label={t('topic.posts')}>
        {(query.hasNextPage || unread) && (
          <p className="-mt-3 flex flex-wrap justify-end">
            {unread && (
              <Link to="." search={{ from: windowFor(unread) === 1 ? undefined : windowFor(unread) }} hash={`post-${unread}`} className={buttonClass('quiet', 'sm', '-me-3')}>
                {t('reading.firstUnread')} <Icon name="down" className="size-4" />
              </Link>
            )}
            {query.hasNextPage && (
              <Link to="." search={{ from: windowFor(topic.postCount) === 1 ? undefined : windowFor(topic.postCount) }} hash={`post-${topic.postCount}`} className={buttonClass('quiet', 'sm', '-me-3')}>
                {t('topic.toNewest')} <Icon name="down" className="size-4" />
              </Link>
            )}
          </p>
        )}
        <LoadMore has={query.hasPreviousPage} busy={query.isFetchingPreviousPage} onLoad={() => void query.fetchPreviousPage()}>{t('topic.earlier')}</LoadMore>
        {posts.length === 0 && <p className="py-6 text-muted">{t('topic.empty')}</p>}
        <PostList posts={posts} me={me} may={topic.may} replies={replies} arrived={new Set(others.map((post) => post.postId))} firstUnread={firstUnread} editing={editing} onQuote={quotePost} onReply={(post) => setQuote({ post, block: '' })} />
        {query.error && <ProblemState error={query.error} onRetry={() => void query.fetchNextPage()} />}
        <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('topic.later')}</LoadMore>
        {me && <PendingReplies me={me} replies={pending.replies} onRetry={(reply) => void pending.send(reply)} onDiscard={pending.drop} />}
        <p role="status" className="sr-only">{latest ? t('topic.arrived', { name: nameOf(latest.author) ?? common('formerMember') }) : ''}</p>
      </section>
      {me ? <ReplyPlace topic={topic} memberId={me.memberId} posts={posts} quote={quote} onSend={pending.add} /> : <GuestInvitation me={me} verdict={topic.may.reply} />}
      <p className="text-sm text-muted max-sm:hidden">{t('topic.keys')}</p>
    </div>
  );
}
