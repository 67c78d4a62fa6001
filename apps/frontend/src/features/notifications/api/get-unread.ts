import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useLive } from '../../../shared/lib/live.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { notificationKeys } from './keys.ts';

/** How many notifications are unread, and how many came since the list was last opened. */
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
        const { unread } = data;
        if (unread !== undefined) client.setQueryData(unreadQuery.queryKey, (now) => ({ unread, unseen: Math.min(now?.unseen ?? unread, unread) }));
        void client.invalidateQueries({ queryKey: notificationKeys.lists });
      }
    },
    onReload: () => void reload(),
    onSubscribed: () => void reload(),
  });
}
