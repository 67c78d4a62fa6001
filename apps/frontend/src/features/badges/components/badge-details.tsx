import { Link } from '@tanstack/react-router';
import { buttonClass, Icon, Notice } from '@unityplan/ui';
import { GateView } from '../../../shared/components/gate-view.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import type { BadgePage } from '../api/get-badge.ts';
import { OwnAward } from './own-award.tsx';

/** Everything about a badge below its name: the reader's own, what it stands for, and how to get it. */
export function BadgeDetails({ page, guest }: { page: BadgePage; guest: boolean }) {
  const { t, language } = useTranslation('badges');
  const { definition, held, way } = page;
  const { courses, validDays, renewFromDays, prerequisites, state } = definition;
  return (
    <>
      {state !== 'active' && <Notice tone="clay">{t(state === 'archived' ? 'page.archived' : 'page.draft')}</Notice>}
      {held && <OwnAward award={held} />}
      <section aria-labelledby="criteria" className="flex flex-col gap-1">
        <h2 id="criteria" className="text-xl">{t('page.criteria')}</h2>
        <p className="whitespace-pre-wrap">{inLanguage(definition.criteria, language)}</p>
        <p className="text-muted">
          {validDays === null ? t('page.validForever') : t('page.validFor', { count: validDays })} {validDays !== null && renewFromDays > 0 && t('page.renewFrom', { count: renewFromDays })}
        </p>
      </section>
      {held?.state !== 'valid' && (
        <section aria-labelledby="how" className="flex flex-col gap-4">
          <h2 id="how" className="text-xl">{t('page.how')}</h2>
          {guest && <p className="text-muted">{t('page.guest')}</p>}
          {prerequisites && (
            <div className="flex flex-col gap-2">
              <h3 className="text-lg">{t('page.before')}</h3>
              <GateView gate={prerequisites} verdict={way} />
            </div>
          )}
          {courses.length > 0 && (
            <div className="flex flex-col gap-2">
              <h3 className="text-lg">{t(courses.length === 1 ? 'page.byCourse' : 'page.byCourses')}</h3>
              <ul className="flex flex-wrap gap-3">
                {courses.map((course) => (
                  <li key={course.courseId}>
                    <Link to="/courses/$course" params={{ course: course.slug }} className={buttonClass('primary', 'md', 'text-start')}><Icon name="book" />{t('page.takeCourse', { course: inLanguage(course.title, language) })}</Link>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {definition.byHand && <p>{t('page.byHand')}</p>}
          {!definition.byHand && courses.length === 0 && <p>{t('page.noWay')}</p>}
        </section>
      )}
    </>
  );
}
