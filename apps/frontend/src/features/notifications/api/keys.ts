/** Everything below `own` is forgotten on signing out. */
export const notificationKeys = {
  all: ['own', 'notifications'] as const,
  list: (unread: boolean) => ['own', 'notifications', 'list', unread ? 'unread' : 'all'] as const,
  unread: ['own', 'notifications', 'unread'] as const,
  preferences: ['own', 'notification-preferences'] as const,
};
