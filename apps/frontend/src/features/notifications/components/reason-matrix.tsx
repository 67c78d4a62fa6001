import type { MailMode, NotificationReason } from '@unityplan/sdk';
import { Icon, Switch } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { fixed, reasons, withChannel } from '../preference-rules.ts';
import { Part, type SettingsPart } from './setting-parts.tsx';

const modes = ['off', 'instant', 'digest'] as const satisfies readonly MailMode[];
const columns = 'sm:grid sm:grid-cols-[minmax(0,1fr)_4.5rem_10rem_4.5rem] sm:items-center sm:gap-x-3';

/** Reasons by ways of telling: in the list, by mail, by push. On a phone each reason is a card of its own. */
export function ReasonMatrix({ value, onChange }: SettingsPart) {
  const { t } = useTranslation('notifications');
  return (
    <Part title={t('prefs.matrix')}>
      <div>
        <div aria-hidden="true" className={`hidden border-b border-line-strong py-2 text-sm font-semibold text-muted ${columns}`}>
          <span>{t('prefs.what')}</span>
          <span className="text-center">{t('prefs.inApp')}</span>
          <span>{t('prefs.mail')}</span>
          <span className="text-center">{t('prefs.push')}</span>
        </div>
        {reasons.map((reason) => <Row key={reason} reason={reason} value={value} onChange={onChange} />)}
      </div>
    </Part>
  );
}

function Row({ reason, value, onChange }: SettingsPart & { reason: NotificationReason }) {
  const { t } = useTranslation('notifications');
  const what = t(`prefs.reasons.${reason}`);
  const row = value.reasons[reason];
  const cell = (channel: 'inApp' | 'mail' | 'push') => t('prefs.cell', { what, how: t(`prefs.${channel}`) });
  const on = (channel: 'inApp' | 'push') => {
    const law = fixed(reason, channel);
    return (
      <span className="flex items-center justify-between gap-3 sm:justify-center">
        <span aria-hidden="true" className="text-sm text-muted sm:hidden">{t(`prefs.${channel}`)}</span>
        {law ? <Fixed law={law} name={cell(channel)} /> : (
          <Switch label={cell(channel)} checked={row[channel]} disabled={channel === 'push' && value.pushPaused} onChange={(event) => onChange(withChannel(value, reason, channel, event.target.checked))} />
        )}
      </span>
    );
  };
  return (
    <div role="group" aria-label={what} className={`flex flex-col gap-1 border-b border-line py-3 ${columns}`}>
      <span className="max-sm:font-semibold">{what}</span>
      {on('inApp')}
      <span className="flex items-center justify-between gap-3">
        <span aria-hidden="true" className="text-sm text-muted sm:hidden">{t('prefs.mail')}</span>
        {fixed(reason, 'mail') ? <Fixed law="never" name={cell('mail')} /> : (
          <span className="relative block w-40">
            <select aria-label={cell('mail')} value={row.mail} disabled={value.mailPaused} onChange={(event) => onChange(withChannel(value, reason, 'mail', event.target.value as MailMode))}
              className="block min-h-11 w-full appearance-none rounded-md border border-line-strong bg-surface ps-3 pe-9 text-sm disabled:opacity-55">
              {modes.map((mode) => <option key={mode} value={mode}>{t(`prefs.mailModes.${mode}`)}</option>)}
            </select>
            <Icon name="down" className="pointer-events-none absolute end-2.5 top-3" />
          </span>
        )}
      </span>
      {on('push')}
    </div>
  );
}

/** What is as it is. */
function Fixed({ law, name }: { law: 'always' | 'never'; name: string }) {
  const { t } = useTranslation('notifications');
  return <span className="inline-flex min-h-11 items-center text-sm text-muted"><span className="sr-only">{name}: </span>{t(`prefs.${law}`)}</span>;
}
