import type { NotificationItem, WhichNotifications } from '@unityplan/sdk';

/** What `sw.js` leaves with a push message; one that says nothing of what it is about has no ids. */
export interface ShownPush {
  url?: string;
  notificationId?: string;
  topicId?: string;
}

/** Whether a push message is about one of these. `kindOf` tells what this page knows of a notification; in doubt the message stays. */
export function isAbout({ notificationId = '', topicId, url = '' }: ShownPush, which: WhichNotifications, kindOf: (notificationId: string) => NotificationItem['kind'] | undefined): boolean {
  if ('notificationIds' in which) return which.notificationIds.includes(notificationId);
  if ('all' in which) return which.kind === undefined || kindOf(notificationId) === which.kind;
  // What a moderator decided leads to the same post, and is not read with it.
  if (topicId !== which.topicId || (kindOf(notificationId) ?? 'post') !== 'post') return false;
  return Number(/#post-(\d+)$/.exec(url)?.[1] ?? 1) <= which.upToNumber;
}

/** Takes push messages off the screen that are about what was just read here. */
export async function closeShown(which: WhichNotifications, kindOf: Parameters<typeof isAbout>[2]): Promise<void> {
  const worker = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration() : undefined;
  if (!worker?.getNotifications) return;
  for (const shown of await worker.getNotifications()) if (isAbout((shown.data ?? {}) as ShownPush, which, kindOf)) shown.close();
}

/** Puts the number on the installed app's icon right, where there is such a thing. */
export function showAppBadge(unread: number): void {
  if (!('setAppBadge' in navigator)) return;
  // Refused outside an installed app; nothing depends on it.
  (unread > 0 ? navigator.setAppBadge(unread) : navigator.clearAppBadge()).catch(() => undefined);
}
