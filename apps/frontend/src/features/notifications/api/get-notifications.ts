import { infiniteQueryOptions } from '@tanstack/react-query';
import type { NotificationKind, NotificationState } from '@unityplan/sdk';
import { firstPage } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { notificationKeys } from './keys.ts';

/** The member's notifications of one state, and of one kind if asked for, newest first. */
export const notificationsQuery = (state: NotificationState, kind?: NotificationKind) =>
  infiniteQueryOptions({
    queryKey: notificationKeys.list(state, kind),
    queryFn: ({ pageParam, signal }) => sdk.listNotifications({ query: { state, ...(kind ? { kind } : {}), ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  });
