import { TextField } from '@unityplan/ui';
import { useState } from 'react';
import { SwitchRow } from '../../../shared/components/switch-row.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { isOvernight } from '../preference-rules.ts';
import { Part, type SettingsPart } from './setting-parts.tsx';

const usual = { from: '22:00', to: '07:00' };

/** From when to when mail and push wait. */
export function QuietSettings({ value, onChange }: SettingsPart) {
  const { t } = useTranslation('notifications');
  const [draft, setDraft] = useState(value.quietHours ?? usual);
  const [fault, setFault] = useState(false);
  const change = (part: Partial<typeof draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    const wrong = next.from === next.to;
    setFault(wrong);
    if (!wrong && next.from && next.to) onChange({ ...value, quietHours: next });
  };
  const { quietHours } = value;
  return (
    <Part title={t('prefs.quiet.title')} text={t('prefs.quiet.text')}>
      <SwitchRow label={t('prefs.quiet.on')} checked={quietHours !== null} onChange={(on) => { setFault(false); onChange({ ...value, quietHours: on ? (draft.from === draft.to ? usual : draft) : null }); }} />
      {quietHours && (
        <div className="flex flex-col gap-2">
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField type="time" required label={t('prefs.quiet.from')} value={draft.from} onChange={(event) => change({ from: event.target.value })} />
            <TextField type="time" required label={t('prefs.quiet.to')} value={draft.to} error={fault ? t('prefs.quiet.same') : undefined} onChange={(event) => change({ to: event.target.value })} />
          </div>
          <p className="text-sm text-muted">{t(isOvernight(quietHours) ? 'prefs.quiet.overnight' : 'prefs.quiet.sameDay', quietHours)}</p>
        </div>
      )}
    </Part>
  );
}
