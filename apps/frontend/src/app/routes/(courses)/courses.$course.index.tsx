import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { Badge, Breadcrumb, buttonClass, Icon, Medal } from '@unityplan/ui';
import { courseQuery } from '../../../features/courses/api/get-course.ts';
import { useCourseStream } from '../../../features/courses/api/use-course-stream.ts';
import { CourseFacts } from '../../../features/courses/components/course-facts.tsx';
import { CourseOutline } from '../../../features/courses/components/course-outline.tsx';
import { CoursePictureView } from '../../../features/courses/components/course-picture.tsx';
import { EnrolPanel } from '../../../features/courses/components/enrol-panel.tsx';
import { LeaveCourse } from '../../../features/courses/components/leave-course.tsx';
import { Localised, useSaid } from '../../../features/courses/components/localised.tsx';
import { VersionNotice } from '../../../features/courses/components/version-notice.tsx';
import { PageHeading } from '../../../shared/components/page.tsx';
import { PersonLink } from '../../../shared/components/person-link.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { badgesQuery } from '../../../shared/lib/badges.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { useSession } from '../../../shared/lib/session.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { orNotFound } from '../../or-not-found.ts';

export const Route = createFileRoute('/(courses)/courses/$course/')({
  loader: async ({ context: { queryClient }, params: { course } }) => {
    void queryClient.prefetchQuery(badgesQuery);
    await Promise.all([orNotFound(queryClient.query(courseQuery(course))), loadTexts('courses', 'badges')]);
  },
  component: CourseIndexPage,
});

function CourseIndexPage() {
  const { t, language } = useTranslation('courses');
  const { t: common } = useTranslation('common');
  const { course: slug } = Route.useParams();
  const me = useSession();
  useCourseStream(me?.memberId);
  const { data: course } = useQuery(courseQuery(slug));
  const say = useSaid(course?.language ?? 'en');
  const badge = useQuery(badgesQuery).data?.find((each) => each.badge === course?.gives?.badge);
  if (!course) return null;
  const enrolment = course.mine?.enrolment;
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 px-4 py-6 sm:py-10">
      <Breadcrumb label={common('breadcrumb')}>
        <Link to="/courses">{t('title')}</Link>
      </Breadcrumb>
      <header className="flex flex-col gap-4">
        {course.cover && <CoursePictureView picture={course.cover} alt="" sizes="(min-width: 64rem) 64rem, 100vw" className="max-h-72 w-full rounded-lg object-cover" />}
        <div className="flex flex-wrap items-start gap-4">
          <div className="min-w-48 grow basis-0">
            <PageHeading title={say(course.title)} className="text-3xl"><Localised text={course.title} main={course.language} /></PageHeading>
          </div>
          {course.mine?.mayEdit && <Link to="/teach/$courseId" params={{ courseId: course.courseId }} className={buttonClass('secondary')}><Icon name="edit" />{t('edit')}</Link>}
        </div>
        <p className="max-w-3xl text-lg text-muted"><Localised text={course.summary} main={course.language} /></p>
        <CourseFacts course={course} />
        {course.author && <p className="text-sm text-muted">{t('by')} <PersonLink person={course.author} className="text-ink underline decoration-line-strong decoration-1 underline-offset-4" /></p>}
        {!course.languages.some((each) => each === language) && <p><Badge>{t('otherLanguage')}</Badge></p>}
      </header>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <div className="flex min-w-0 flex-col gap-6 lg:order-2">
          {enrolment?.state === 'active' && <VersionNotice course={course} enrolment={enrolment} />}
          <EnrolPanel course={course} />
          {badge && (
            <Link to="/badges/$badge" params={{ badge: badge.badge }} className="flex items-center gap-4 rounded-lg border border-line px-5 py-4 no-underline hover:border-accent">
              <Medal icon={badge.icon} colour={badge.colour} />
              <span>{t('gives', { badge: inLanguage(badge.name, language) })}</span>
            </Link>
          )}
          {enrolment?.state === 'active' && <LeaveCourse courseId={course.courseId} />}
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          {course.outcomes.length > 0 && (
            <section aria-labelledby="outcomes" className="flex flex-col gap-2">
              <h2 id="outcomes" className="text-xl">{t('outcomes')}</h2>
              <ul className="flex flex-col gap-2">
                {course.outcomes.map((outcome, index) => (
                  <li key={index} className="flex gap-3"><Icon name="check" className="mt-0.5 text-accent" /><span><Localised text={outcome} main={course.language} /></span></li>
                ))}
              </ul>
            </section>
          )}
          <section aria-labelledby="contents" className="flex flex-col gap-3">
            <h2 id="contents" className="text-xl">{t('outline')}</h2>
            <CourseOutline course={course} />
          </section>
        </div>
      </div>
    </div>
  );
}
