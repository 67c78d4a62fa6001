import { Link } from '@tanstack/react-router';
import { buttonClass, Icon } from '@unityplan/ui';
import { useDates } from '../../../shared/hooks/use-dates.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import type { Award } from '../api/get-awards.ts';
import { BadgeState } from './badge-state.tsx';

/** The reader's own award: since when, why, until when, and how to renew it. */
export function OwnAward({ award }: { award: Award }) {
  const { t, language } = useTranslation('badges');
  const { date } = useDates();
  const { course, by } = award;
  const giver = by && nameOf(by);
  const source = course && award.source !== 'hand' ? t(`source.${award.source}`, { course: inLanguage(course.title, language) }) : award.source === 'hand' ? (giver ? t('source.hand', { name: giver }) : t('source.handAnonymous')) : '';
  const renewWith = course ?? award.badge.courses[0];
  return (
    <section aria-labelledby="own-award" className="flex flex-col gap-2 rounded-lg bg-accent-soft px-5 py-4">
      <h2 id="own-award" className="text-lg">{t('page.yours')}</h2>
      <p className="font-semibold"><BadgeState state={award.state} expiresAt={award.expiresAt} /></p>
      <p>{t('awardedOn', { date: date(award.awardedAt) })} {source}</p>
      {award.reason && <p className="text-muted">{t('reason', { reason: award.reason })}</p>}
      {award.revokedReason && <p>{t('revokedReason', { reason: award.revokedReason })}</p>}
      {(award.renewable || award.state === 'expired') && renewWith && (
        <p className="mt-1 flex flex-wrap items-center gap-3">
          <Link to="/courses/$course" params={{ course: renewWith.slug }} className={buttonClass()}><Icon name="history" />{t('page.renew')}</Link>
          <span>{t('page.renewWith', { course: inLanguage(renewWith.title, language) })}</span>
        </p>
      )}
    </section>
  );
}
