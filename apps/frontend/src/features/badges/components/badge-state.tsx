import { useLocale } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { isSoon } from '../api/newest-awards.ts';

interface Props {
  state: 'valid' | 'expired' | 'revoked';
  expiresAt: string | null;
}

/** Whether a badge counts, and until when; in words, never by colour alone. */
export function BadgeState({ state, expiresAt }: Props) {
  const { t } = useTranslation('badges');
  const date = useDate();
  if (state === 'revoked') return <span className="text-danger">{t('state.revoked')}</span>;
  if (state === 'expired') return <span className="text-danger">{expiresAt ? t('state.expiredOn', { date: date(expiresAt) }) : t('state.expired')}</span>;
  if (!expiresAt) return <span>{t('state.valid')}</span>;
  return isSoon(expiresAt, Date.now()) ? <span className="font-semibold text-clay">{t('state.expiresSoon', { date: date(expiresAt) })}</span> : <span>{t('state.validUntil', { date: date(expiresAt) })}</span>;
}

/** Writes a date in the reader's language and time zone. */
export function useDate(): (at: string) => string {
  const { language, timeZone } = useLocale();
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', ...(timeZone ? { timeZone } : {}) });
  return (at) => format.format(new Date(at));
}
