import { useQuery } from '@tanstack/react-query';
import { createFileRoute, notFound } from '@tanstack/react-router';
import { SkeletonList } from '@unityplan/ui';
import { CategoryHeader } from '../../../features/forum/components/category-header.tsx';
import { TopicList } from '../../../features/forum/components/topic-list.tsx';
import { nextDoorChange } from '../../../features/forum/door-time.ts';
import { WatchMenu } from '../../../features/notifications/components/watch-menu.tsx';
import { AccessNotice } from '../../../shared/components/access-notice.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useAt } from '../../../shared/hooks/use-at.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { useSession } from '../../../shared/lib/session.ts';

export const Route = createFileRoute('/(forum)/categories/$slug')({
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(categoriesQuery);
    return loadTexts('forum', 'badges', 'notifications');
  },
  component: CategoryPage,
});

function CategoryPage() {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const { slug } = Route.useParams();
  const { data, error, refetch } = useQuery(categoriesQuery);
  const me = useSession();
  const category = data?.find((each) => each.slug === slug);
  useAt(category ? nextDoorChange([category.may]) : null, () => void refetch());
  if (data && !category) throw notFound();
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 sm:py-10">
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {category ? (
        <>
          <CategoryHeader category={category} member={!!me} aside={me && category.may.read.allowed && <WatchMenu place={{ categoryId: category.categoryId }} />} />
          {category.may.read.allowed ? (
            <section aria-labelledby="latest" className="border-t border-line">
              <h2 id="latest" className="sr-only">{t('latest')}</h2>
              <TopicList key={category.categoryId} categoryId={category.categoryId} />
            </section>
          ) : (
            <AccessNotice title={t('door.read')} verdict={category.may.read} />
          )}
        </>
      ) : (
        !error && <SkeletonList label={common('loading')} />
      )}
    </div>
  );
}
