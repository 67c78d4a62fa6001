import type { WhichNotifications } from '@unityplan/sdk';

/** Takes push messages off the screen that are about what was just read here, and puts the number on the app right. */
export async function closeShown(which: WhichNotifications): Promise<void> {
  const worker = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration() : undefined;
  if (!worker?.getNotifications) return;
  for (const shown of await worker.getNotifications()) {
    const { notificationId, topicId } = (shown.data ?? {}) as { notificationId?: string; topicId?: string };
    const about = 'notificationIds' in which ? which.notificationIds.includes(notificationId ?? '') : 'topicId' in which ? which.topicId === topicId : true;
    if (about) shown.close();
  }
}

/** The number on the installed app's icon, where there is such a thing. */
export function showAppBadge(unread: number): void {
  if (!('setAppBadge' in navigator)) return;
  // Refused outside an installed app; nothing depends on it.
  (unread > 0 ? navigator.setAppBadge(unread) : navigator.clearAppBadge()).catch(() => undefined);
}
