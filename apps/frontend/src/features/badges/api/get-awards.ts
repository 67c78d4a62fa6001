import { infiniteQueryOptions } from '@tanstack/react-query';
import type { AnswerOf } from '@unityplan/sdk';
import { tellsDoors } from '../../../shared/lib/access.ts';
import { firstPage } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { badgeKeys } from './keys.ts';

export type Award = AnswerOf<'listOwnAwards'>['items'][number];

/** The own awards, newest first, also expired and revoked ones. */
export const awardsQuery = infiniteQueryOptions({
  queryKey: badgeKeys.awards,
  queryFn: ({ pageParam, signal }) => sdk.listOwnAwards({ query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
  initialPageParam: firstPage,
  getNextPageParam: (page) => page.next ?? undefined,
  meta: tellsDoors,
});

/** The badges someone shows. */
export const memberBadgesQuery = (memberId: string) =>
  infiniteQueryOptions({
    queryKey: badgeKeys.ofMember(memberId),
    queryFn: ({ pageParam, signal }) => sdk.listMemberBadges({ params: { memberId }, query: { limit: 24, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  });
