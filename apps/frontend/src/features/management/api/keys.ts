/** Everything below `own` is forgotten on signing out. */
export const managementKeys = {
  badges: (state: string) => ['own', 'management', 'badges', state] as const,
  badge: (badge: string) => ['own', 'management', 'badge', badge] as const,
  holders: (badge: string) => ['own', 'management', 'holders', badge] as const,
  holdersOf: (badge: string, state: string) => ['own', 'management', 'holders', badge, state] as const,
  memberBadges: (memberId: string) => ['own', 'badges', 'member', memberId, 'managed'] as const,
};
