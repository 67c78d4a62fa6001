import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link, notFound } from '@tanstack/react-router';
import { Breadcrumb, buttonClass, SkeletonList } from '@unityplan/ui';
import { useTranslation } from 'react-i18next';
import { categoriesQuery } from '../../../features/forum/api/get-categories.ts';
import { TopicList } from '../../../features/forum/components/topic-list.tsx';
import { PageHeading } from '../../../shared/components/page.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { useSession } from '../../../shared/lib/session.ts';
import { inLanguage, useTerritory } from '../../../shared/lib/territory.ts';

export const Route = createFileRoute('/(forum)/categories/$slug')({
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(categoriesQuery);
    return loadTexts('forum');
  },
  component: CategoryPage,
});

function CategoryPage() {
  const { t, i18n } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const { slug } = Route.useParams();
  const { data, error, refetch } = useQuery(categoriesQuery);
  const territory = useTerritory();
  const me = useSession();
  const category = data?.find((each) => each.slug === slug);
  if (data && !category) throw notFound();
  const name = category && inLanguage(category.name, i18n.language);
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 sm:py-10">
      <Breadcrumb label={common('breadcrumb')}>
        <Link to="/" className="inline-flex min-h-8 items-center hover:underline">{territory ? inLanguage(territory.name, i18n.language) : common('home')}</Link>
      </Breadcrumb>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {category && name ? (
        <>
          <div className="flex flex-wrap items-end gap-4">
            <div className="grow">
              <PageHeading title={name}>{name}</PageHeading>
              <p className="max-w-2xl text-lg text-muted">{inLanguage(category.about, i18n.language)}</p>
            </div>
            {me && <Link to="/new-topic" search={{ category: category.categoryId }} className={buttonClass('secondary')}>{common('newTopic')}</Link>}
          </div>
          <section aria-labelledby="latest" className="border-t border-line">
            <h2 id="latest" className="sr-only">{t('latest')}</h2>
            <TopicList key={category.categoryId} categoryId={category.categoryId} />
          </section>
        </>
      ) : (
        !error && <SkeletonList label={common('loading')} />
      )}
    </div>
  );
}
