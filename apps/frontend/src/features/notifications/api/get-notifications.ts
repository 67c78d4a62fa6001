import { infiniteQueryOptions } from '@tanstack/react-query';
import { firstPage } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { notificationKeys } from './keys.ts';

/** The member's notifications, newest first. */
export const notificationsQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: notificationKeys.list(unread),
    queryFn: ({ pageParam, signal }) => sdk.listNotifications({ query: { unread, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  });
