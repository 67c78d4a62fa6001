import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { InputOf, NotificationItem } from '@unityplan/sdk';
import { useCallback } from 'react';
import { patchItems, type Pages } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { unreadQuery } from './get-unread.ts';
import { notificationKeys } from './keys.ts';

const lists = ['own', 'notifications', 'list'] as const;

function markInCache(client: QueryClient, which: (item: NotificationItem) => boolean): void {
  const readAt = new Date().toISOString();
  client.setQueriesData<Pages<NotificationItem>>({ queryKey: lists }, (data) => patchItems(data, (item) => (!item.readAt && which(item) ? { ...item, readAt } : item)));
}

/** Marks as read on the server and takes its count. */
export function useMarkRead(): (body: InputOf<'markNotificationsRead'>['body']) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (body) => {
      if ('notificationIds' in body) markInCache(client, (item) => body.notificationIds.includes(item.notificationId));
      client.setQueryData(unreadQuery.queryKey, await sdk.markNotificationsRead({ body }));
      if (!('notificationIds' in body)) await client.invalidateQueries({ queryKey: lists });
    },
    [client],
  );
}

/** Shows everything as read at once; `commit` tells the server, `undo` puts all back as it was. */
export function useMarkAllRead() {
  const client = useQueryClient();
  const mark = useMarkRead();
  return () => {
    // An answer that is on its way knows nothing of this and would show all as unread again.
    void client.cancelQueries({ queryKey: notificationKeys.all });
    const before = client.getQueriesData({ queryKey: notificationKeys.all });
    markInCache(client, () => true);
    client.setQueryData(unreadQuery.queryKey, { unread: 0 });
    const undo = () => {
      for (const [key, data] of before) client.setQueryData(key, data);
      void client.invalidateQueries({ queryKey: notificationKeys.all });
    };
    return { undo, commit: () => mark({ all: true }).catch((error: unknown) => { undo(); throw error; }) };
  };
}
