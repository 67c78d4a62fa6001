import type { PushDevice } from '@unityplan/sdk';
import { Badge, Button, Icon, RelativeTime, useToast } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useRemoveDevice, useSwitchPush } from '../api/push.ts';

/** Every device that gets push messages, each with a way to end that. */
export function PushDevices({ memberId, devices, hereId }: { memberId: string; devices: readonly PushDevice[]; hereId: string | undefined }) {
  const { t } = useTranslation('notifications');
  const remove = useRemoveDevice(memberId);
  const change = useSwitchPush(memberId);
  const toast = useToast();
  const end = (id: string) => {
    const said = { onSuccess: () => toast({ text: t('push.removed') }) };
    if (id === hereId) change.mutate(false, said);
    else remove.mutate(id, said);
  };
  return (
    <div>
      <h3 className="text-lg">{t('push.devices')}</h3>
      {(remove.error ?? change.error) && <ProblemState error={remove.error ?? change.error} />}
      <ul>
        {devices.map(({ subscriptionId, device, createdAt, lastSentAt }) => {
          const name = device || t('push.unnamed');
          return (
            <li key={subscriptionId} className="flex items-center gap-3 border-b border-line py-3">
              <Icon name="device" className="text-muted" />
              <span className="min-w-0 grow">
                <span className="block font-semibold">{name} {subscriptionId === hereId && <Badge tone="accent">{t('push.thisDevice')}</Badge>}</span>
                <span className="text-sm text-muted">{t('push.since')} <RelativeTime at={createdAt} />{lastSentAt && <>, {t('push.lastSent')} <RelativeTime at={lastSentAt} /></>}</span>
              </span>
              <Button tone="quiet" size="sm" aria-label={t('push.removeDevice', { name })} onClick={() => end(subscriptionId)}>{t('push.remove')}</Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
