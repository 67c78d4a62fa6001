import { useDates } from '../../../shared/hooks/use-dates.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { isSoon } from '../api/newest-awards.ts';

interface Props {
  state: 'valid' | 'expired' | 'revoked';
  expiresAt: string | null;
}

/** Whether a badge counts, and until when; in words, never by colour alone. */
export function BadgeState({ state, expiresAt }: Props) {
  const { t } = useTranslation('badges');
  const { date } = useDates();
  if (state === 'revoked') return <span className="text-danger">{t('state.revoked')}</span>;
  if (state === 'expired') return <span className="text-danger">{expiresAt ? t('state.expiredOn', { date: date(expiresAt) }) : t('state.expired')}</span>;
  if (!expiresAt) return <span>{t('state.valid')}</span>;
  return isSoon(expiresAt, Date.now()) ? <span className="font-semibold text-clay">{t('state.expiresSoon', { date: date(expiresAt) })}</span> : <span>{t('state.validUntil', { date: date(expiresAt) })}</span>;
}
