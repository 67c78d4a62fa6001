import { useQuery } from '@tanstack/react-query';
import { createFileRoute, redirect } from '@tanstack/react-router';
import { SkeletonList } from '@unityplan/ui';
import { postsQuery, windowFor } from '../../../features/forum/api/get-posts.ts';
import { postQuery, topicQuery } from '../../../features/forum/api/get-topic.ts';
import { useReading } from '../../../features/forum/api/reading.ts';
import { ClosedDoor } from '../../../features/forum/components/closed-door.tsx';
import { TopicHeader } from '../../../features/forum/components/topic-header.tsx';
import { TopicPosts } from '../../../features/forum/components/topic-posts.tsx';
import { nextDoorChange } from '../../../features/forum/door-time.ts';
import { useTopicRead } from '../../../features/notifications/api/use-topic-read.ts';
import { WatchMenu } from '../../../features/notifications/components/watch-menu.tsx';
import { NarrowPage } from '../../../shared/components/page.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useAt } from '../../../shared/hooks/use-at.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { isDoorClosed } from '../../../shared/lib/access.ts';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { numberParam, textParam } from '../../../shared/lib/clean-search.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { useSession } from '../../../shared/lib/session.ts';
import { orNotFound } from '../../or-not-found.ts';

/** The window that the address asks for: `?from=`, or the one around `#post-12`. */
const startOf = (from: number | undefined, hash: string) => from ?? windowFor(Number(/^#?post-(\d+)$/.exec(hash)?.[1] ?? 1));

export const Route = createFileRoute('/(forum)/topics/$topicId/$slug')({
  validateSearch: (search): { from?: number | undefined; edit?: string | undefined } => {
    const from = numberParam(search['from']);
    const edit = textParam(search['edit'], 36);
    return { ...(from ? { from } : {}), ...(edit ? { edit } : {}) };
  },
  loaderDeps: ({ search: { from, edit } }) => ({ from, edit }),
  loader: async ({ context: { queryClient }, params: { topicId, slug }, deps, location }) => {
    void queryClient.prefetchQuery(categoriesQuery);
    const edited = deps.edit ? await queryClient.query(postQuery(deps.edit)).catch(() => undefined) : undefined;
    const start = edited ? windowFor(edited.number) : startOf(deps.from, location.hash);
    void queryClient.prefetchInfiniteQuery(postsQuery(topicId, start));
    // A closed door is a page of its own, which opens by itself when the badge comes: it is no failure of this one.
    const open = orNotFound(queryClient.query({ ...topicQuery(topicId), staleTime: 0 })).catch((error: unknown) => { if (!isDoorClosed(error)) throw error; });
    const [topic] = await Promise.all([open, loadTexts('forum', 'moderation', 'badges', 'notifications')]);
    if (topic && topic.slug !== slug) throw redirect({ to: '/topics/$topicId/$slug', params: { topicId, slug: topic.slug }, search: deps, hash: location.hash, replace: true });
    return { start };
  },
  // A new title changes the address, not the page.
  remountDeps: ({ params: { topicId } }) => topicId,
  component: TopicPage,
});

function TopicPage() {
  const { t: common } = useTranslation('common');
  const { t } = useTranslation('forum');
  const { topicId } = Route.useParams();
  const { edit } = Route.useSearch();
  const { start } = Route.useLoaderData();
  const { data: topic, error, refetch } = useQuery(topicQuery(topicId));
  const categories = useQuery(categoriesQuery).data ?? [];
  const me = useSession();
  const notified = useTopicRead(topicId, !!me);
  const read = useReading(topicId, !!me);
  const seen = (number: number) => { notified(number); read(number); };
  // The server tells when a badge expires; should it not reach this page, the time does.
  useAt(topic ? nextDoorChange([topic.may]) : null, () => void refetch());
  if (isDoorClosed(error)) return <ClosedDoor title={t('door.topic')} error={error} streams={[`topic:${topicId}`]} onOpen={() => void refetch()} />;
  if (!topic) return <NarrowPage>{error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <SkeletonList label={common('loading')} />}</NarrowPage>;
  return (
    <article className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-6 sm:py-10">
      <TopicHeader topic={topic} categories={categories} aside={me && <WatchMenu place={{ topicId }} />} />
      {me !== undefined && <TopicPosts key={`${topicId} ${me?.memberId} ${edit}`} topic={topic} me={me} from={start} editing={edit} onSeen={seen} />}
    </article>
  );
}
