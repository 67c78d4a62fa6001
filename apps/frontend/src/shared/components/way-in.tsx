import { Link } from '@tanstack/react-router';
import { buttonClass, Icon } from '@unityplan/ui';
import { useDates } from '../hooks/use-dates.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import type { Lacking } from '../lib/badges.ts';
import { inLanguage } from '../lib/territory.ts';

/** The badges that are missing: why each does not count, and the way to it. */
export function WayIn({ lacking }: { lacking: readonly Lacking[] }) {
  const { t, language } = useTranslation('badges');
  const { date } = useDates();
  return (
    <ul className="flex flex-col gap-2">
      {lacking.map((one) => {
        const name = inLanguage(one.name, language);
        const why = one.reason === 'expired' && one.expiredAt ? t('lacking.expiredAt', { date: date(one.expiredAt) }) : t(`lacking.${one.reason}`, { level: one.level });
        return (
          <li key={`${one.badge} ${one.level}`} className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-line bg-surface px-4 py-3">
            <span className="flex min-w-36 grow basis-0 flex-col">
              <Link to="/badges/$badge" params={{ badge: one.badge }} className="inline-flex min-h-6 items-center pointer-coarse:min-h-11 self-start font-semibold hover:underline">{name}</Link>
              <span className="text-sm text-muted">{why}</span>
            </span>
            {one.course ? (
              <Link to="/courses/$course" params={{ course: one.course.slug }} className={buttonClass('primary', 'md', 'px-3 text-start')}>
                <Icon name="book" />
                {t(one.reason === 'expired' ? 'way.renew' : 'way.take', { course: inLanguage(one.course.title, language) })}
              </Link>
            ) : (
              <span className="text-sm">{t('way.byHand')}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
