import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { Button, buttonClass, Icon, Meter } from '@unityplan/ui';
import { AccessNotice } from '../../../shared/components/access-notice.tsx';
import { GateView } from '../../../shared/components/gate-view.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useEnrol, useRenewCourse } from '../api/enrolment.ts';
import type { CoursePage } from '../api/types.ts';
import { ResumeLink } from './resume-link.tsx';

/** The next step with a course: sign in, see what is missing, begin, go on, renew. */
export function EnrolPanel({ course }: { course: CoursePage }) {
  const { t } = useTranslation('courses');
  const { t: common } = useTranslation('common');
  const back = useRouterState({ select: ({ location }) => location.href });
  const navigate = useNavigate();
  const enrol = useEnrol();
  const renew = useRenewCourse();
  const { mine } = course;
  const first = course.modules[0]?.lessons[0]?.lessonId;
  const start = () => { if (first) void navigate({ to: '/courses/$course/lessons/$lessonId', params: { course: course.slug, lessonId: first } }); };
  const enrolment = mine?.enrolment;
  const closed = mine?.access && !mine.access.allowed ? mine.access : undefined;
  const problem = enrol.error ?? renew.error;
  return (
    <section aria-label={t('next')} className="flex flex-col gap-4 rounded-lg border border-line bg-surface px-4 py-5 sm:px-5">
      {problem && <ProblemState error={problem} />}
      {!mine && (
        <>
          <p>{t('guest')}</p>
          {course.prerequisites && <GateView gate={course.prerequisites} verdict={null} />}
          <div className="flex flex-wrap gap-3">
            <Link to="/sign-in" search={{ back }} className={buttonClass()}>{common('signIn')}</Link>
            <Link to="/register" className={buttonClass('secondary')}>{common('register')}</Link>
          </div>
        </>
      )}
      {enrolment?.state === 'active' ? (
        <>
          {closed && <AccessNotice verdict={closed} title={t('prerequisites.missingNow')} />}
          <div className="flex items-center gap-3 tabular-nums"><Meter value={enrolment.progress.percent} label={t('progress')} className="grow" />{enrolment.progress.percent}%</div>
          <div className="flex flex-wrap items-center gap-3">
            {enrolment.completion ? (
              <>
                <Link to="/courses/$course/completed" params={{ course: course.slug }} className={buttonClass()}><Icon name="medal" />{t('toCompletion')}</Link>
                {first && <Link to="/courses/$course/lessons/$lessonId" params={{ course: course.slug, lessonId: first }} className={buttonClass('secondary')}>{t('readAgain')}</Link>}
              </>
            ) : closed ? null : (
              <ResumeLink slug={course.slug} enrolment={enrolment} first={first} />
            )}
            {enrolment.renewable && <Button busy={renew.isPending} onClick={() => renew.mutate(course.courseId, { onSuccess: start })}><Icon name="history" />{t('renew')}</Button>}
          </div>
        </>
      ) : (
        mine && (
          <>
            {course.prerequisites && (closed ? <AccessNotice verdict={closed} title={t('prerequisites.missing')} /> : <GateView gate={course.prerequisites} verdict={mine.access} />)}
            {course.archived ? (
              <p>{t('archived')}</p>
            ) : (
              (mine.mayEnrol || !mine.access) && (
                <Button busy={enrol.isPending} className="self-start" onClick={() => enrol.mutate(course.courseId, { onSuccess: (next) => { if (!next.progress.resume) start(); } })}>
                  {t(mine.enrolled === 'left' ? 'enrolAgain' : 'enrol')}
                </Button>
              )
            )}
          </>
        )
      )}
    </section>
  );
}
