import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { AnswerOf, NotificationItem, NotificationMark, WhichNotifications } from '@unityplan/sdk';
import { useCallback } from 'react';
import { itemsOf, patchItems, type Pages } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { unreadQuery } from './get-unread.ts';
import { notificationKeys } from './keys.ts';
import { marked, unreadAfter } from './marked.ts';
import { closeShown } from './shown-pushes.ts';

type Marked = AnswerOf<'markNotifications'>;

/** The notifications of every list that is loaded, by their id. */
function known(client: QueryClient): Map<string, NotificationItem> {
  const lists = client.getQueriesData<Pages<NotificationItem>>({ queryKey: notificationKeys.lists });
  return new Map(lists.flatMap(([, data]) => itemsOf(data, (each) => each.notificationId)).map((item) => [item.notificationId, item]));
}

/** Shows a mark in every list that is loaded. */
function markInCache(client: QueryClient, mark: NotificationMark, which: (item: NotificationItem) => boolean): void {
  const at = new Date().toISOString();
  const before = [...known(client).values()].filter(which);
  client.setQueriesData<Pages<NotificationItem>>({ queryKey: notificationKeys.lists }, (data) => patchItems(data, (item) => (which(item) ? marked(item, mark, at) : item)));
  client.setQueryData(unreadQuery.queryKey, (now) => now && { ...now, unread: unreadAfter(now.unread, before, before.map((item) => marked(item, mark, at))) });
}

/** Whether an item is one of these, as far as this page can know. */
function among(which: WhichNotifications): (item: NotificationItem) => boolean {
  if ('notificationIds' in which) return (item) => which.notificationIds.includes(item.notificationId);
  if ('topicId' in which) return (item) => item.kind === 'post' && item.post.topicId === which.topicId && item.post.number <= which.upToNumber;
  return (item) => (which.kind === undefined || item.kind === which.kind);
}

/** Marks at once and tells the server; when that fails everything is as before, and the caller hears of it. */
export function useMark(): (mark: NotificationMark, which: WhichNotifications) => Promise<Marked> {
  const client = useQueryClient();
  return useCallback(
    async (mark, which) => {
      // An answer that is on its way knows nothing of this and would show all as it was.
      await client.cancelQueries({ queryKey: notificationKeys.lists });
      const before = client.getQueriesData({ queryKey: notificationKeys.all });
      markInCache(client, mark, among(which));
      try {
        const answer = await sdk.markNotifications({ body: { mark, which } });
        client.setQueryData(unreadQuery.queryKey, { unread: answer.unread, unseen: answer.unseen });
        if (mark === 'read' || mark === 'done') void closeShown(which, (notificationId) => known(client).get(notificationId)?.kind);
        // Lists of other states gain or lose items: they are loaded again when they are looked at.
        void client.invalidateQueries({ queryKey: notificationKeys.lists, refetchType: mark === 'seen' ? 'none' : 'inactive' });
        return answer;
      } catch (error) {
        for (const [key, data] of before) client.setQueryData(key, data);
        throw error;
      }
    },
    [client],
  );
}

/** Takes a mark back: exactly what it changed. */
export function useUndoMark(): (markId: string) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (markId) => {
      const { unread, unseen } = await sdk.undoNotificationMark({ params: { markId } });
      client.setQueryData(unreadQuery.queryKey, { unread, unseen });
      await client.invalidateQueries({ queryKey: notificationKeys.lists });
    },
    [client],
  );
}
