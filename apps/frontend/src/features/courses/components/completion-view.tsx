import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonClass, Icon, Medal } from '@unityplan/ui';
import { useDates } from '../../../shared/hooks/use-dates.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { badgesQuery } from '../../../shared/lib/badges.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import type { CoursePage } from '../api/types.ts';
import { useSaid } from './localised.tsx';

/** The end of a course: since when it is complete, and the badge it gives. */
export function CompletionView({ course }: { course: CoursePage }) {
  const { t, language } = useTranslation('courses');
  const { date } = useDates();
  const say = useSaid(course.language);
  const badge = useQuery(badgesQuery).data?.find((each) => each.badge === course.gives?.badge);
  const completion = course.mine?.enrolment?.completion;
  if (!completion) return null;
  return (
    <div className="flex flex-col items-center gap-4 rounded-lg bg-accent-soft px-6 py-10 text-center">
      {badge ? <Medal icon={badge.icon} colour={badge.colour} size="lg" className="rise" /> : <Icon name="check" className="size-16 text-accent" />}
      <p className="text-lg">{t('completion.text', { course: say(course.title), date: date(completion.completedAt) })}</p>
      {badge && (
        <>
          <p className="font-serif text-xl font-semibold">{t('completion.badge', { badge: inLanguage(badge.name, language) })}</p>
          <p className="max-w-md text-muted">{inLanguage(badge.about, language)}</p>
        </>
      )}
      <div className="flex flex-wrap justify-center gap-3">
        {badge && <Link to="/badges/$badge" params={{ badge: badge.badge }} className={buttonClass()}><Icon name="medal" />{t('completion.seeBadge')}</Link>}
        <Link to="/courses" className={buttonClass('secondary')}>{t('completion.more')}</Link>
        <Link to="/" className={buttonClass('secondary')}>{t('completion.home')}</Link>
      </div>
    </div>
  );
}
