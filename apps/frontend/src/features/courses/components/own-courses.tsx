import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge, Meter } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { enrolmentsQuery } from '../api/get-courses.ts';
import type { EnrolledCourse } from '../api/types.ts';
import { Localised } from './localised.tsx';
import { ResumeLink } from './resume-link.tsx';

/** The courses the member is in, each with the way to go on. Renders nothing without any. */
export function OwnCourses() {
  const { t } = useTranslation('courses');
  const courses = itemsOf(useInfiniteQuery(enrolmentsQuery).data, ({ course }) => course.courseId);
  if (courses.length === 0) return null;
  return (
    <section aria-labelledby="own-courses" className="flex flex-col gap-3">
      <h2 id="own-courses" className="text-xl">{t('own')}</h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {courses.map((each) => <li key={each.course.courseId}><OwnCourse {...each} /></li>)}
      </ul>
    </section>
  );
}

function OwnCourse({ course, enrolment }: EnrolledCourse) {
  const { t } = useTranslation('courses');
  const { percent } = enrolment.progress;
  return (
    <div className="flex h-full flex-col gap-3 rounded-lg border border-line bg-surface p-4">
      <div className="flex items-start justify-between gap-3">
        <Link to="/courses/$course" params={{ course: course.slug }} className="font-serif text-lg leading-snug font-semibold hover:underline"><Localised text={course.title} main={course.language} /></Link>
        {enrolment.completion && <Badge tone="accent">{t('completed')}</Badge>}
      </div>
      <span className="flex items-center gap-3 text-sm tabular-nums"><Meter value={percent} label={t('progress')} className="grow" />{percent}%</span>
      {!enrolment.completion && <span className="mt-auto"><ResumeLink slug={course.slug} enrolment={enrolment} /></span>}
    </div>
  );
}
