import { SwitchRow } from '../../../shared/components/switch-row.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { SettingsPart } from './setting-parts.tsx';

/** Silence, for as long as one likes. */
export function PauseSettings({ value, onChange }: SettingsPart) {
  const { t } = useTranslation('notifications');
  return (
    <div className="flex flex-col gap-3">
      <SwitchRow label={t('prefs.pause.mail')} text={t('prefs.pause.mailText')} checked={value.mailPaused} onChange={(mailPaused) => onChange({ ...value, mailPaused })} />
      <SwitchRow label={t('prefs.pause.push')} text={t('prefs.pause.pushText')} checked={value.pushPaused} onChange={(pushPaused) => onChange({ ...value, pushPaused })} />
    </div>
  );
}
