import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, buttonClass, EmptyState, LoadMore, SkeletonList } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { useSession } from '../../../shared/lib/session.ts';
import { listedTopics, topicsQuery } from '../api/get-topics.ts';
import { useNewTopics } from '../api/use-new-topics.ts';
import { TopicRow } from './topic-row.tsx';

/** Topics by latest activity, with a pill when others opened new ones meanwhile. */
export function TopicList({ categoryId }: { categoryId?: string }) {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const me = useSession();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(topicsQuery(categoryId));
  const categories = useQuery(categoriesQuery).data;
  const fresh = useNewTopics(categoryId ? `category:${categoryId}` : 'territory', categoryId, me?.memberId);
  const here = categories?.find((each) => each.categoryId === categoryId);
  // Guests may open topics where every member may, once they have signed in.
  const closed = here && !here.may.create.allowed && (me || here.gates.create.rule !== 'member');
  const topics = listedTopics(data, categoryId !== undefined);
  if (isPending) return <SkeletonList rows={6} label={common('loading')} />;
  if (error && topics.length === 0) return <ProblemState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div role="status" className="sticky top-18 z-10 flex justify-center">
        {fresh.count > 0 && (
          <Button size="sm" className="rise mb-2 min-h-11 rounded-full shadow-raised" onClick={() => void fresh.show()}>
            {t('newTopics', { count: fresh.count })}
          </Button>
        )}
      </div>
      {topics.length === 0 ? (
        <EmptyState title={t('topicsEmpty')} action={!closed && <Link to="/new-topic" search={categoryId ? { category: categoryId } : {}} className={buttonClass()}>{common('newTopic')}</Link>}>
          {t(closed ? 'topicsEmptyClosed' : 'topicsEmptyText')}
        </EmptyState>
      ) : (
        <ul>
          {topics.map((topic) => (
            <TopicRow key={topic.topicId} topic={topic} category={categoryId ? undefined : categories?.find((each) => each.categoryId === topic.categoryId)} />
          ))}
        </ul>
      )}
      {error && <ProblemState error={error} onRetry={() => void fetchNextPage()} />}
      <LoadMore has={hasNextPage && !error} busy={isFetchingNextPage} onLoad={() => void fetchNextPage()}>{t('moreTopics')}</LoadMore>
    </>
  );
}
