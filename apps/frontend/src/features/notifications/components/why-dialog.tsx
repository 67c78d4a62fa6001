import { Link } from '@tanstack/react-router';
import type { NotificationItem, NotificationWhy } from '@unityplan/sdk';
import { Button, buttonClass, Dialog } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useChangeRule } from '../api/change-rule.ts';

/** Why the member was told, and one press to change exactly that. */
export function WhyDialog({ item, onEnd }: { item: NotificationItem; onEnd: () => void }) {
  const { t } = useTranslation('notifications');
  const { t: common } = useTranslation('common');
  return (
    <Dialog title={t('why.title')} closeLabel={common('close')} onClose={onEnd}
      actions={<><Link to="/settings/notifications" className={buttonClass('quiet')}>{t('why.all')}</Link><Button tone="secondary" onClick={onEnd}>{common('close')}</Button></>}>
      <ul className="flex flex-col gap-5">
        {item.reasons.map((why) => <Reason key={why.reason} notificationId={item.notificationId} why={why} />)}
      </ul>
    </Dialog>
  );
}

function Reason({ notificationId, why: { reason, rule } }: { notificationId: string; why: NotificationWhy }) {
  const { t } = useTranslation('notifications');
  const change = useChangeRule(notificationId);
  const off = change.data?.on === false;
  return (
    <li className="flex flex-col items-start gap-2">
      <p><span className="font-semibold">{t(`why.reasons.${reason}`)}</span> {t(`why.rules.${rule.rule}`)}</p>
      {change.error && <ProblemState error={change.error} />}
      {rule.rule !== 'always' && (
        <Button size="sm" tone="secondary" busy={change.isPending} onClick={() => change.mutate({ reason, on: off })}>{off ? t('why.again') : t(`why.stop.${rule.rule}`)}</Button>
      )}
      <p role="status" className="text-sm text-muted">{off && rule.rule !== 'always' ? t(`why.stopped.${rule.rule}`) : ''}</p>
    </li>
  );
}
