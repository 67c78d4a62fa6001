import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link, redirect } from '@tanstack/react-router';
import { Breadcrumb, RelativeTime } from '@unityplan/ui';
import { useTranslation } from 'react-i18next';
import { categoriesQuery } from '../../../features/forum/api/get-categories.ts';
import { postsQuery, windowFor } from '../../../features/forum/api/get-posts.ts';
import { topicQuery } from '../../../features/forum/api/get-topic.ts';
import { TopicPosts } from '../../../features/forum/components/topic-posts.tsx';
import { useTopicRead } from '../../../features/notifications/api/use-topic-read.ts';
import { PageHeading } from '../../../shared/components/page.tsx';
import { PersonLink } from '../../../shared/components/person-link.tsx';
import { numberParam } from '../../../shared/lib/clean-search.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { useSession } from '../../../shared/lib/session.ts';
import { inLanguage, useTerritory } from '../../../shared/lib/territory.ts';
import { orNotFound } from '../../or-not-found.ts';

/** The window that the address asks for: `?from=`, or the one around `#post-12`. */
const startOf = (from: number | undefined, hash: string) => from ?? windowFor(Number(/^#?post-(\d+)$/.exec(hash)?.[1] ?? 1));

export const Route = createFileRoute('/(forum)/topics/$topicId/$slug')({
  validateSearch: (search): { from?: number | undefined } => {
    const from = numberParam(search['from']);
    return from ? { from } : {};
  },
  loaderDeps: ({ search }) => ({ from: search.from }),
  loader: async ({ context: { queryClient }, params: { topicId, slug }, deps, location }) => {
    const from = startOf(deps.from, location.hash);
    void queryClient.prefetchQuery(categoriesQuery);
    void queryClient.prefetchInfiniteQuery(postsQuery(topicId, from));
    const [topic] = await Promise.all([orNotFound(queryClient.query({ ...topicQuery(topicId), staleTime: 0 })), loadTexts('forum')]);
    if (topic.slug !== slug) throw redirect({ to: '/topics/$topicId/$slug', params: { topicId, slug: topic.slug }, search: deps, hash: location.hash, replace: true });
    return { topic, start: from };
  },
  component: TopicPage,
});

function TopicPage() {
  const { t, i18n } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const loaded = Route.useLoaderData();
  const { data: topic = loaded.topic } = useQuery(topicQuery(loaded.topic.topicId));
  const categories = useQuery(categoriesQuery).data;
  const category = categories?.find((each) => each.categoryId === topic.categoryId);
  const territory = useTerritory();
  const me = useSession();
  const seen = useTopicRead(topic.topicId, !!me);
  return (
    <article className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-6 sm:py-10">
      <Breadcrumb label={common('breadcrumb')}>
        <Link to="/" className="inline-flex min-h-8 items-center hover:underline">{territory ? inLanguage(territory.name, i18n.language) : common('home')}</Link>
        {category && <Link to="/categories/$slug" params={{ slug: category.slug }} className="inline-flex min-h-8 items-center font-semibold text-accent hover:underline">{inLanguage(category.name, i18n.language)}</Link>}
      </Breadcrumb>
      <header className="flex flex-col gap-2 border-b border-line pb-4">
        <PageHeading title={topic.title}>{topic.title}</PageHeading>
        <p className="flex flex-wrap gap-x-1.5 text-sm text-muted">
          <span>{t('by')} <PersonLink person={topic.author} className="text-ink underline decoration-line-strong decoration-1 underline-offset-4" /></span>
          <span aria-hidden="true">·</span>
          <RelativeTime at={topic.createdAt} />
          <span aria-hidden="true">·</span>
          <span>{t('posts', { count: topic.postCount })}</span>
        </p>
      </header>
      {me !== undefined && <TopicPosts key={`${topic.topicId} ${me?.memberId}`} topic={topic} me={me} from={loaded.start} onSeen={seen} />}
    </article>
  );
}
