import type { NotificationKind, NotificationState } from '@unityplan/sdk';
import { pagedQuery } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { notificationKeys } from './keys.ts';

/** The member's notifications of one state, and of one kind if asked for, newest first. */
export const notificationsQuery = (state: NotificationState, kind?: NotificationKind) =>
  pagedQuery(notificationKeys.list(state, kind), (from, signal) => sdk.listNotifications({ query: { state, ...(kind ? { kind } : {}), ...from }, signal }));
