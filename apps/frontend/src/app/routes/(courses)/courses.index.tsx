import { createFileRoute, Link, useNavigate } from '@tanstack/react-router';
import { buttonClass, Icon } from '@unityplan/ui';
import { useCallback } from 'react';
import { coursesQuery, enrolmentsQuery } from '../../../features/courses/api/get-courses.ts';
import type { CourseFilter } from '../../../features/courses/api/keys.ts';
import { Catalogue } from '../../../features/courses/components/catalogue.tsx';
import { OwnCourses } from '../../../features/courses/components/own-courses.tsx';
import { PageHeading } from '../../../shared/components/page.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { textParam } from '../../../shared/lib/clean-search.ts';
import { isLanguage, loadTexts } from '../../../shared/lib/i18n.ts';
import { useRole } from '../../../shared/lib/roles.ts';
import { sessionKey, useSession } from '../../../shared/lib/session.ts';

const levels = ['beginner', 'intermediate', 'advanced'] as const;

export const Route = createFileRoute('/(courses)/courses/')({
  validateSearch: (search): CourseFilter => {
    const text = textParam(search['text'], 100);
    const level = levels.find((each) => each === search['level']);
    const language = search['language'];
    return { ...(text ? { text } : {}), ...(level ? { level } : {}), ...(isLanguage(language) ? { language } : {}) };
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchInfiniteQuery(coursesQuery(deps));
    if (queryClient.getQueryData(sessionKey)) void queryClient.prefetchInfiniteQuery(enrolmentsQuery);
    return loadTexts('courses', 'badges');
  },
  component: CoursesPage,
});

function CoursesPage() {
  const { t } = useTranslation('courses');
  const filter = Route.useSearch();
  const me = useSession();
  const teaches = useRole('teacher');
  const navigate = useNavigate();
  const narrow = useCallback((next: CourseFilter) => void navigate({ to: '/courses', search: next, replace: true, resetScroll: false }), [navigate]);
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-10 px-4 py-8 sm:py-12">
      <div className="flex flex-wrap items-end gap-4">
        <div className="grow">
          <PageHeading title={t('title')}>{t('title')}</PageHeading>
          <p className="text-lg text-muted">{t('lead')}</p>
        </div>
        {teaches && <Link to="/teach" className={buttonClass('secondary')}><Icon name="edit" />{t('teach')}</Link>}
      </div>
      {me && <OwnCourses />}
      <Catalogue filter={filter} onFilter={narrow} />
    </div>
  );
}
