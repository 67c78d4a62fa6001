import { Button, Icon, Notice, Skeleton, useToast } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { SwitchRow } from '../../../shared/components/switch-row.tsx';
import { useProblemToast } from '../../../shared/hooks/use-problem-toast.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { PushRefused, usePush, useSwitchPush } from '../api/push.ts';
import { PushDevices } from './push-devices.tsx';
import { Part, type SettingsPart } from './setting-parts.tsx';

/** Push messages: how it stands with this device, how much they say, and the member's other devices. */
export function PushSettings({ value, onChange, memberId }: SettingsPart & { memberId: string }) {
  const { t } = useTranslation('notifications');
  const push = usePush(memberId);
  const change = useSwitchPush(memberId);
  const toast = useToast();
  const failed = useProblemToast();
  const { state, hereId, devices } = push.data ?? {};
  const test = (subscriptionId: string) =>
    sdk.testPush({ params: { subscriptionId } }).then(() => toast({ text: t('push.tested') }), failed);
  return (
    <Part title={t('push.title')} text={t('push.text')}>
      {push.error && <ProblemState error={push.error} onRetry={() => void push.refetch()} />}
      {push.isPending && <Skeleton className="h-16" />}
      {state && (
        <div role="group" aria-label={t('push.here')} className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-line px-5 py-4">
          <Icon name={state === 'on' ? 'bell' : 'bellOff'} className="size-6 text-muted" />
          <div className="min-w-48 grow basis-0">
            <p className="font-semibold">{t('push.here')}</p>
            <p role="status" className="text-sm text-muted">{t(`push.states.${state}`)}</p>
          </div>
          {state === 'off' && <Button busy={change.isPending} onClick={() => change.mutate(true)}>{t('push.turnOn')}</Button>}
          {state === 'denied' && <Button tone="secondary" onClick={() => void push.refetch()}>{t('push.check')}</Button>}
          {state === 'on' && hereId && <Button tone="quiet" onClick={() => void test(hereId)}>{t('push.test')}</Button>}
          {state === 'on' && <Button tone="secondary" busy={change.isPending} onClick={() => change.mutate(false)}>{t('push.turnOff')}</Button>}
        </div>
      )}
      {change.error && (change.error instanceof PushRefused
        ? <Notice tone="clay"><p role="alert" className="font-semibold">{t('push.refused')}</p><p>{t('push.refusedMend')}</p></Notice>
        : <ProblemState error={change.error} />)}
      <SwitchRow label={t('push.private')} text={t('push.privateText')} checked={value.pushPrivate} onChange={(pushPrivate) => onChange({ ...value, pushPrivate })} />
      {devices && devices.length > 0 && <PushDevices memberId={memberId} devices={devices} hereId={hereId} />}
    </Part>
  );
}
