import { Link } from '@tanstack/react-router';
import { linkClass, Select, useLocale } from '@unityplan/ui';
import { SwitchRow } from '../../../shared/components/switch-row.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { hasDigest } from '../preference-rules.ts';
import { Part, type SettingsPart } from './setting-parts.tsx';

/** When the digest comes: each day or on one weekday, at an hour by the member's own clock. */
export function DigestSettings({ value, onChange, timeZone }: SettingsPart & { timeZone: string }) {
  const { t } = useTranslation('notifications');
  const { language } = useLocale();
  const { digest } = value;
  const set = (change: Partial<typeof digest>) => onChange({ ...value, digest: { ...digest, ...change } });
  // 2 March 2026 was a Monday.
  const weekday = (day: number) => new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 2, 1 + day)));
  const hour = (at: number) => new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 0, 1, at)));
  return (
    <Part title={t('prefs.digest.title')} text={t('prefs.digest.text')}>
      <SwitchRow label={t('prefs.digest.on')} checked={digest.on} disabled={value.mailPaused} onChange={(on) => set({ on })} />
      {digest.on && (
        <div className="flex flex-col gap-4">
          <div className="grid gap-4 sm:grid-cols-3">
            <Select label={t('prefs.digest.every')} value={digest.every} onChange={(event) => set({ every: event.target.value as 'daily' | 'weekly' })}>
              {(['daily', 'weekly'] as const).map((every) => <option key={every} value={every}>{t(`prefs.digest.${every}`)}</option>)}
            </Select>
            {digest.every === 'weekly' && (
              <Select label={t('prefs.digest.weekday')} value={digest.weekday} onChange={(event) => set({ weekday: Number(event.target.value) })}>
                {[1, 2, 3, 4, 5, 6, 7].map((day) => <option key={day} value={day}>{weekday(day)}</option>)}
              </Select>
            )}
            <Select label={t('prefs.digest.hour')} value={digest.hour} onChange={(event) => set({ hour: Number(event.target.value) })}>
              {Array.from({ length: 24 }, (_, at) => <option key={at} value={at}>{hour(at)}</option>)}
            </Select>
          </div>
          <p className="text-sm text-muted">
            <Link to="/profile" className={linkClass}>{t('prefs.digest.zone', { zone: timeZone })}</Link> {!hasDigest(value) && t('prefs.digest.none')}
          </p>
        </div>
      )}
    </Part>
  );
}
