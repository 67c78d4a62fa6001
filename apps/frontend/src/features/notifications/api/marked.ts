import type { NotificationItem, NotificationMark, NotificationState } from '@unityplan/sdk';

/** An item as it is after a mark: the same rules as the server's, so that the page need not wait for it. */
export function marked(item: NotificationItem, mark: NotificationMark, at: string): NotificationItem {
  switch (mark) {
    case 'seen': return { ...item, seenAt: item.seenAt ?? at };
    case 'read': return { ...item, seenAt: item.seenAt ?? at, readAt: item.readAt ?? at };
    case 'unread': return { ...item, readAt: null };
    case 'done': return { ...item, seenAt: item.seenAt ?? at, readAt: item.readAt ?? at, doneAt: item.doneAt ?? at };
    case 'undone': return { ...item, doneAt: null };
    case 'saved': return { ...item, savedAt: item.savedAt ?? at };
    case 'unsaved': return { ...item, savedAt: null };
  }
}

/** Whether an item still stands in a list. What was just read stays among the unread until the list is opened again: it must not jump away. */
export function standsIn(item: NotificationItem, state: NotificationState): boolean {
  if (state === 'done') return item.doneAt !== null;
  if (state === 'saved') return item.savedAt !== null;
  return item.doneAt === null;
}

/** How many unread there are once these items changed. */
export function unreadAfter(unread: number, before: readonly NotificationItem[], after: readonly NotificationItem[]): number {
  const open = (items: readonly NotificationItem[]) => items.filter((item) => item.readAt === null).length;
  return Math.max(0, unread + open(after) - open(before));
}
