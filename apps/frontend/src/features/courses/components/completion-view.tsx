import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonClass, Icon, Medal, useLocale } from '@unityplan/ui';
import { useTranslation } from 'react-i18next';
import { badgesQuery } from '../../../shared/lib/badges.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import type { CoursePage } from '../api/types.ts';
import { useSaid } from './localised.tsx';

/** The end of a course: since when it is complete, and the badge it gives. */
export function CompletionView({ course }: { course: CoursePage }) {
  const { t, i18n } = useTranslation('courses');
  const { language, timeZone } = useLocale();
  const say = useSaid(course.language);
  const badge = useQuery(badgesQuery).data?.find((each) => each.badge === course.gives?.badge);
  const completion = course.mine?.enrolment?.completion;
  if (!completion) return null;
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', ...(timeZone ? { timeZone } : {}) }).format(new Date(completion.completedAt));
  return (
    <div className="flex flex-col items-center gap-4 rounded-lg bg-accent-soft px-6 py-10 text-center">
      {badge ? <Medal icon={badge.icon} colour={badge.colour} size="lg" className="rise" /> : <Icon name="check" className="size-16 text-accent" />}
      <p className="text-lg">{t('completion.text', { course: say(course.title), date })}</p>
      {badge && (
        <>
          <p className="font-serif text-xl font-semibold">{t('completion.badge', { badge: inLanguage(badge.name, i18n.language) })}</p>
          <p className="max-w-md text-muted">{inLanguage(badge.about, i18n.language)}</p>
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
