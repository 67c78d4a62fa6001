import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge, EmptyState, LoadMore, RelativeTime, SkeletonList } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { authoredQuery } from './api.ts';
import { titleOf } from './document.ts';

/** The courses that the member writes, last saved first. */
export function AuthoredList() {
  const { t } = useTranslation('teach');
  const { t: common } = useTranslation('common');
  const query = useInfiniteQuery(authoredQuery);
  const courses = itemsOf(query.data, (course) => course.courseId);
  return (
    <section aria-labelledby="authored" className="flex flex-col gap-2">
      <h2 id="authored" className="text-xl">{t('list.title')}</h2>
      {query.isPending && <SkeletonList label={common('loading')} />}
      {query.error && courses.length === 0 && <ProblemState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && courses.length === 0 && <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>}
      <ul>
        {courses.map((course) => (
          <li key={course.courseId} className="border-t border-line first:border-t-0">
            <Link to="/teach/$courseId" params={{ courseId: course.courseId }} className="-mx-3 flex flex-wrap items-center gap-x-4 gap-y-1 rounded-md px-3 py-4 no-underline hover:bg-sunken">
              <span className="min-w-48 grow basis-0 font-serif text-lg leading-snug font-semibold">{titleOf(course.title, course.language, t('untitled'))}</span>
              <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
                <Badge tone={course.state === 'published' ? 'accent' : 'plain'}>{t(`list.state.${course.state}`)}</Badge>
                {course.versionNumber !== null && <span>{t('list.version', { number: course.versionNumber })}</span>}
                {course.versionNumber !== null && course.changed && <Badge tone="clay">{t('list.changed')}</Badge>}
                <span>{t('list.saved')} <RelativeTime at={course.savedAt} /></span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('list.more')}</LoadMore>
    </section>
  );
}
