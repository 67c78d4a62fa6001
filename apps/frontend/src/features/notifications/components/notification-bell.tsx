import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CountBadge, Icon } from '@unityplan/ui';
import { useEffect } from 'react';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { unreadQuery, useNotificationStream } from '../api/get-unread.ts';
import { showAppBadge } from '../api/shown-pushes.ts';
import { useOpenedFromPush } from '../api/use-opened-from-push.ts';

/** The bell in the header, with a live count; quiet when nothing came since the list was last opened. */
export function NotificationBell({ memberId }: { memberId: string }) {
  const { t } = useTranslation('common');
  useNotificationStream(memberId);
  useOpenedFromPush();
  const { unread = 0, unseen = 0 } = useQuery(unreadQuery).data ?? {};
  useEffect(() => showAppBadge(unread), [unread]);
  return (
    <>
      <Link to="/notifications" aria-label={unread > 0 ? t('bell.some', { count: unread }) : t('bell.none')} className="relative grid size-11 shrink-0 place-items-center rounded-full hover:bg-sunken">
        <Icon name="bell" className="size-6" />
        <CountBadge count={unread} quiet={unseen === 0} className="absolute end-0.5 top-0.5" />
      </Link>
      <span role="status" className="sr-only">{unseen > 0 ? t('bell.some', { count: unread }) : ''}</span>
    </>
  );
}
