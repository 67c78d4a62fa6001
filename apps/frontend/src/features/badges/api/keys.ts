/** Everything below `own` is forgotten on signing out. */
export const badgeKeys = {
  own: ['own', 'badges'] as const,
  awards: ['own', 'badges', 'awards'] as const,
  /** A badge with how its reader can get it. */
  badge: (badge: string) => ['own', 'badges', 'badge', badge] as const,
  ofMember: (memberId: string) => ['own', 'badges', 'member', memberId] as const,
};
