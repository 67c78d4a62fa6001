import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState, LoadMore, Select, SkeletonList, TextField } from '@unityplan/ui';
import { useEffect, useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { languages } from '../../../shared/lib/i18n.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { coursesQuery } from '../api/get-courses.ts';
import type { CourseFilter } from '../api/keys.ts';
import { CourseCard } from './course-card.tsx';
import { arrived, openSearch, toAsk, typed, wasAsked } from './search-text.ts';

const levels = ['beginner', 'intermediate', 'advanced'] as const;
const restMs = 300;

/** All courses, to be searched and narrowed down. The filter stands in the address. */
export function Catalogue({ filter, onFilter }: { filter: CourseFilter; onFilter: (filter: CourseFilter) => void }) {
  const { t } = useTranslation('courses');
  const { t: common } = useTranslation('common');
  const address = filter.text ?? '';
  const [search, setSearch] = useState(() => openSearch(address));
  if (search.address !== address) setSearch(arrived(search, address));
  const ask = toAsk(search);
  useEffect(() => {
    if (ask === undefined) return;
    const timer = setTimeout(() => {
      setSearch((at) => wasAsked(at, ask));
      onFilter({ ...filter, text: ask || undefined });
    }, restMs);
    return () => clearTimeout(timer);
  }, [ask, filter, onFilter]);
  const query = useInfiniteQuery(coursesQuery(filter));
  const courses = itemsOf(query.data, (course) => course.courseId);
  const filtered = !!(filter.text || filter.language || filter.level);
  return (
    <section aria-labelledby="all-courses" className="flex flex-col gap-5">
      <h2 id="all-courses" className="text-xl">{t('all')}</h2>
      <form role="search" aria-label={t('filter.label')} onSubmit={(event) => event.preventDefault()} className="grid grid-cols-2 items-end gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
        <div className="max-sm:col-span-2"><TextField label={t('filter.text')} type="search" value={search.text} maxLength={100} onChange={(event) => setSearch(typed(search, event.target.value))} /></div>
        <Select label={t('filter.level')} value={filter.level ?? ''} onChange={(event) => onFilter({ ...filter, level: levels.find((level) => level === event.target.value) })}>
          <option value="">{t('filter.any')}</option>
          {levels.map((level) => <option key={level} value={level}>{t(`level.${level}`)}</option>)}
        </Select>
        <Select label={t('filter.language')} value={filter.language ?? ''} onChange={(event) => onFilter({ ...filter, language: event.target.value === '' ? undefined : (event.target.value as 'en' | 'da') })}>
          <option value="">{t('filter.any')}</option>
          {Object.entries(languages).map(([code, name]) => <option key={code} value={code}>{name}</option>)}
        </Select>
      </form>
      {query.isPending && <SkeletonList rows={3} label={common('loading')} />}
      {query.error && courses.length === 0 && <ProblemState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && courses.length === 0 && <EmptyState title={t(filtered ? 'emptyFilter' : 'empty')}>{t(filtered ? 'emptyFilterText' : 'emptyText')}</EmptyState>}
      <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {courses.map((course) => <li key={course.courseId}><CourseCard course={course} /></li>)}
      </ul>
      <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('more')}</LoadMore>
    </section>
  );
}
