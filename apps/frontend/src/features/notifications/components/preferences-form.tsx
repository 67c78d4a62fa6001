import { useQuery } from '@tanstack/react-query';
import type { NotificationPreferences, NotificationReason } from '@unityplan/sdk';
import { SkeletonList, Switch } from '@unityplan/ui';
import { useTranslation } from 'react-i18next';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { preferencesQuery, useSetPreferences } from '../api/preferences.ts';

const reasons = ['mention', 'reply'] as const satisfies readonly NotificationReason[];
const channels = ['inApp', 'mail'] as const;

/** Reasons by channels; each switch takes effect at once. */
export function PreferencesForm() {
  const { t } = useTranslation('notifications');
  const { t: common } = useTranslation('common');
  const { data, error, refetch } = useQuery(preferencesQuery);
  const save = useSetPreferences();
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={3} label={common('loading')} />;
  const set = (change: Partial<NotificationPreferences>) => save.mutate({ ...data, ...change });
  return (
    <div className="flex flex-col gap-6">
      {save.error && <ProblemState error={save.error} />}
      <table className="w-full border-collapse text-start">
        <thead>
          <tr className="border-b border-line-strong text-sm text-muted">
            <th scope="col" className="py-2 text-start font-semibold">{t('prefs.what')}</th>
            {channels.map((channel) => <th key={channel} scope="col" className="w-20 py-2 text-center font-semibold sm:w-28">{t(`prefs.${channel}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {reasons.map((reason) => (
            <tr key={reason} className="border-b border-line">
              <th scope="row" className="py-3 pe-3 text-start font-normal">{t(`prefs.${reason}`)}</th>
              {channels.map((channel) => (
                <td key={channel} className="py-3 text-center">
                  <Switch label={t('prefs.cell', { what: t(`prefs.${reason}`), how: t(`prefs.${channel}`) })} checked={data[reason][channel]} disabled={channel === 'mail' && data.mailPaused}
                    onChange={(event) => set({ [reason]: { ...data[reason], [channel]: event.target.checked } })} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex items-center gap-4 rounded-lg bg-sunken px-5 py-4">
        <div className="grow">
          <p className="font-semibold">{t('prefs.paused')}</p>
          <p className="text-sm text-muted">{t('prefs.pausedText')}</p>
        </div>
        <Switch label={t('prefs.paused')} checked={data.mailPaused} onChange={(event) => set({ mailPaused: event.target.checked })} />
      </div>
      <p role="status" className="text-sm text-muted">{save.isSuccess && t('prefs.saved')}</p>
    </div>
  );
}
