import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link, Outlet, useParams } from '@tanstack/react-router';
import { Breadcrumb, Icon, Meter } from '@unityplan/ui';
import { courseQuery } from '../../../features/courses/api/get-course.ts';
import { useCourseStream } from '../../../features/courses/api/use-course-stream.ts';
import { CourseOutline } from '../../../features/courses/components/course-outline.tsx';
import { Localised } from '../../../features/courses/components/localised.tsx';
import { VersionNotice } from '../../../features/courses/components/version-notice.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { useSession } from '../../../shared/lib/session.ts';
import { orNotFound } from '../../or-not-found.ts';

/** The frame of lessons, quizzes and the end: what is in the course on one side, what is read on the other. */
export const Route = createFileRoute('/(courses)/courses/$course/_player')({
  loader: async ({ context: { queryClient }, params: { course } }) => {
    const [loaded] = await Promise.all([orNotFound(queryClient.query({ ...courseQuery(course), staleTime: 60_000 })), loadTexts('courses', 'badges')]);
    return { courseId: loaded.courseId };
  },
  component: Player,
});

function Player() {
  const { t } = useTranslation('courses');
  const { t: common } = useTranslation('common');
  const { course: slug } = Route.useParams();
  const { lessonId, quizId } = useParams({ strict: false });
  const me = useSession();
  useCourseStream(me?.memberId);
  const { data: course, error, refetch } = useQuery(courseQuery(slug));
  if (!course) return error ? <div className="mx-auto w-full max-w-3xl px-4 py-8"><ProblemState error={error} onRetry={() => void refetch()} /></div> : null;
  const enrolment = course.mine?.enrolment;
  const percent = enrolment?.progress.percent ?? 0;
  const outline = <CourseOutline course={course} current={{ lessonId, quizId }} />;
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-x-12 gap-y-4 px-4 py-4 sm:py-8 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-3 lg:col-span-2">
        <Breadcrumb label={common('breadcrumb')}>
          <Link to="/courses">{t('title')}</Link>
          <Link to="/courses/$course" params={{ course: slug }} className="font-semibold text-accent"><Localised text={course.title} main={course.language} /></Link>
        </Breadcrumb>
        {enrolment?.state === 'active' && <span className="flex items-center gap-3 text-sm tabular-nums"><Meter value={percent} label={t('progress')} className="grow" />{t('percent', { percent })}</span>}
      </div>
      <aside className="max-lg:hidden">
        <div className="sticky top-20 max-h-[calc(100dvh-6rem)] overflow-y-auto pe-1 pb-4">{outline}</div>
      </aside>
      <details className="group rounded-lg border border-line bg-surface lg:hidden" key={`${lessonId} ${quizId}`}>
        <summary className="flex min-h-11 items-center justify-between px-4 font-semibold">{t('outline')}<Icon name="down" className="group-open:rotate-180" /></summary>
        <div className="border-t border-line p-3">{outline}</div>
      </details>
      <div className="flex min-w-0 max-w-2xl flex-col gap-6">
        {enrolment?.state === 'active' && enrolment.newer && <VersionNotice course={course} enrolment={enrolment} />}
        <Outlet />
      </div>
    </div>
  );
}
