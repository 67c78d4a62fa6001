import type { AnswerOf } from '@unityplan/sdk';
import { tellsDoors } from '../../../shared/lib/access.ts';
import { pagedQuery } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { badgeKeys } from './keys.ts';

export type Award = AnswerOf<'listOwnAwards'>['items'][number];

/** The own awards, newest first, also expired and revoked ones. */
export const awardsQuery = pagedQuery(badgeKeys.awards, (from, signal) => sdk.listOwnAwards({ query: { limit: 50, ...from }, signal }), { meta: tellsDoors });

/** The badges someone shows. */
export const memberBadgesQuery = (memberId: string) =>
  pagedQuery(badgeKeys.ofMember(memberId), (from, signal) => sdk.listMemberBadges({ params: { memberId }, query: { limit: 24, ...from }, signal }));
