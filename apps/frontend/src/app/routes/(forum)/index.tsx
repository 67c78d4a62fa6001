import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { buttonClass, Contours, EmptyState, Skeleton, SkeletonList } from '@unityplan/ui';
import { topicsQuery } from '../../../features/forum/api/get-topics.ts';
import { FeedLink } from '../../../features/forum/components/feed-link.tsx';
import { CategoryList } from '../../../features/forum/components/category-list.tsx';
import { TopicList } from '../../../features/forum/components/topic-list.tsx';
import { PageHeading } from '../../../shared/components/page.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { useSession } from '../../../shared/lib/session.ts';
import { inLanguage, territoryQuery, useTerritory } from '../../../shared/lib/territory.ts';

export const Route = createFileRoute('/(forum)/')({
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(categoriesQuery);
    void queryClient.prefetchInfiniteQuery(topicsQuery());
    return loadTexts('forum');
  },
  component: HomePage,
});

function HomePage() {
  const { t, language } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const categories = useQuery(categoriesQuery);
  const me = useSession();
  const territory = useTerritory();
  return (
    <>
      <Hero />
      <div className="mx-auto grid w-full max-w-6xl gap-x-16 gap-y-10 px-4 py-10 lg:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
        <section aria-labelledby="categories" className="flex flex-col gap-2">
          <h2 id="categories" className="flex min-h-11 items-center text-xl">{t('categories')}</h2>
          {categories.isPending && <SkeletonList rows={4} label={common('loading')} />}
          {categories.error && <ProblemState error={categories.error} onRetry={() => void categories.refetch()} />}
          {categories.data?.length === 0 && <EmptyState title={t('categoriesEmpty')}>{t('categoriesEmptyText')}</EmptyState>}
          {categories.data && <CategoryList categories={categories.data} member={!!me} />}
        </section>
        <section aria-labelledby="latest" className="flex flex-col gap-2">
          <div className="flex items-center justify-between">
            <h2 id="latest" className="text-xl">{t('latest')}</h2>
            <FeedLink name={territory ? inLanguage(territory.name, language) : 'UnityPlan'} />
          </div>
          <TopicList />
        </section>
      </div>
    </>
  );
}

function Hero() {
  const { t, language } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const { data: territory, error, refetch } = useQuery(territoryQuery);
  const me = useSession();
  const name = territory && inLanguage(territory.name, language);
  return (
    <section className="relative isolate overflow-hidden border-b border-line bg-sunken">
      {territory && <Contours seed={territory.id} className="fade-start absolute inset-y-0 end-0 -z-10 h-full w-full text-line-strong opacity-40 max-sm:opacity-20 sm:w-2/3 rtl:-scale-x-100" />}
      <div className="mx-auto flex max-w-6xl flex-col items-start gap-4 px-4 py-10 sm:py-16">
        <PageHeading title={name ?? 'UnityPlan'} className="text-3xl">
          {territory && <span className="mb-1 block font-sans text-base font-normal tracking-normal text-muted">{t(`kind.${territory.kind}`)}</span>}
          {name ?? (error ? 'UnityPlan' : <Skeleton className="h-10 w-64" />)}
        </PageHeading>
        {error && <ProblemState error={error} onRetry={() => void refetch()} />}
        {territory && <p className="max-w-xl text-lg">{inLanguage(territory.settings.welcome, language)}</p>}
        {me === null && <Link to="/register" className={buttonClass()}>{common('register')}</Link>}
      </div>
    </section>
  );
}
