import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CountBadge, Icon } from '@unityplan/ui';
import { useTranslation } from 'react-i18next';
import { unreadQuery, useNotificationStream } from '../api/get-unread.ts';

/** The bell in the header, with a live count. */
export function NotificationBell({ memberId }: { memberId: string }) {
  const { t } = useTranslation('common');
  useNotificationStream(memberId);
  const count = useQuery(unreadQuery).data?.unread ?? 0;
  return (
    <>
      <Link to="/notifications" aria-label={count > 0 ? t('bell.some', { count }) : t('bell.none')} className="relative grid size-11 shrink-0 place-items-center rounded-full hover:bg-sunken">
        <Icon name="bell" className="size-6" />
        <CountBadge count={count} className="absolute end-0.5 top-0.5" />
      </Link>
      <span role="status" className="sr-only">{count > 0 ? t('bell.some', { count }) : ''}</span>
    </>
  );
}
