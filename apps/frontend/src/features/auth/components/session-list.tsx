import { useQuery } from '@tanstack/react-query';
import type { Device } from '@unityplan/sdk';
import { Badge, Button, EmptyState, Icon, RelativeTime, SkeletonList, useToast } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { sessionsQuery, useRevokeSession } from '../api/sessions.ts';

/** The devices a member is signed in on. */
export function SessionList() {
  const { t } = useTranslation('auth');
  const { t: common } = useTranslation('common');
  const { data, error, refetch } = useQuery(sessionsQuery);
  const revoke = useRevokeSession();
  const toast = useToast();
  const nameOf = ({ browser, system }: Device) => (browser && system ? t('sessions.on', { browser, system }) : (browser ?? system ?? t('sessions.unknownBrowser')));
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={3} label={common('loading')} />;
  if (data.length === 0) return <EmptyState title={t('sessions.empty')} />;
  return (
    <>
      {revoke.error && <ProblemState error={revoke.error} />}
      <ul>
        {data.map((device) => (
          <li key={device.sessionId} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-4 first:border-t-0">
            <Icon name="device" className="size-7 text-muted" />
            <div className="min-w-40 grow basis-0">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {nameOf(device)} {device.current && <Badge tone="accent">{t('sessions.current')}</Badge>}
              </p>
              <p className="text-sm text-muted">
                {t('sessions.lastSeen')} <RelativeTime at={device.lastSeen} /> · {t('sessions.firstSeen')} <RelativeTime at={device.firstSeen} />
              </p>
            </div>
            {!device.current && (
              <Button tone="secondary" size="sm" className="min-h-11" aria-label={t('sessions.revokeOf', { device: nameOf(device) })} busy={revoke.isPending && revoke.variables === device.sessionId}
                onClick={() => revoke.mutate(device.sessionId, { onSuccess: () => toast({ text: t('sessions.revoked') }) })}>
                {t('sessions.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
