import type { NotificationKind, NotificationState } from '@unityplan/sdk';

/** Everything below `own` is forgotten on signing out. */
export const notificationKeys = {
  all: ['own', 'notifications'] as const,
  lists: ['own', 'notifications', 'list'] as const,
  list: (state: NotificationState, kind?: NotificationKind) => ['own', 'notifications', 'list', state, kind ?? 'all'] as const,
  unread: ['own', 'notifications', 'unread'] as const,
  preferences: ['own', 'notification-preferences'] as const,
  watches: ['own', 'watch-levels'] as const,
  watch: (place: 'topic' | 'category', id: string) => ['own', 'watch-levels', place, id] as const,
  watched: ['own', 'watch-levels', 'list'] as const,
  pushDevices: ['own', 'push-devices'] as const,
};
