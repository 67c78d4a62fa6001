import { useQuery } from '@tanstack/react-query';
import type { OwnProfile } from '@unityplan/sdk';
import { SkeletonList } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { preferencesQuery, useSetPreferences } from '../api/preferences.ts';
import { DigestSettings } from './digest-settings.tsx';
import { PauseSettings } from './pause-settings.tsx';
import { PushSettings } from './push-settings.tsx';
import { QuietSettings } from './quiet-settings.tsx';
import { ReasonMatrix } from './reason-matrix.tsx';

/** What the member is told and how; each choice takes effect at once. */
export function PreferencesForm({ me }: { me: OwnProfile }) {
  const { t } = useTranslation('notifications');
  const { t: common } = useTranslation('common');
  const { data, error, refetch } = useQuery(preferencesQuery);
  const save = useSetPreferences();
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={5} label={common('loading')} />;
  const parts = { value: data, onChange: save.mutate };
  return (
    <div className="flex flex-col gap-10">
      {save.error && <ProblemState error={save.error} />}
      <ReasonMatrix {...parts} />
      <DigestSettings {...parts} timeZone={me.timeZone} />
      <QuietSettings {...parts} />
      <PauseSettings {...parts} />
      <PushSettings {...parts} memberId={me.memberId} />
      <p role="status" className="text-sm text-muted">{save.isSuccess && t('prefs.saved')}</p>
    </div>
  );
}
