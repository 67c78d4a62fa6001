import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useLive } from '../../../shared/lib/live.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { notificationKeys } from './keys.ts';

/** How many notifications are unread. */
export const unreadQuery = queryOptions({
  queryKey: notificationKeys.unread,
  queryFn: ({ signal }) => sdk.countUnreadNotifications({ signal }),
  staleTime: 5 * 60_000,
});

/** Follows the member's own stream: new notifications appear, and what was read on another device is read here. */
export function useNotificationStream(memberId: string): void {
  const client = useQueryClient();
  const reload = () => client.invalidateQueries({ queryKey: notificationKeys.all });
  useLive(`member:${memberId}`, {
    onEntry: ({ name, data }) => {
      if (name === 'notification.created') void reload();
      if (name === 'notification.read') {
        if (data.unread !== undefined) client.setQueryData(unreadQuery.queryKey, { unread: data.unread });
        void client.invalidateQueries({ queryKey: ['own', 'notifications', 'list'] });
      }
    },
    onReload: () => void reload(),
    onSubscribed: () => void reload(),
  });
}
