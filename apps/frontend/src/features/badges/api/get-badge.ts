import { queryOptions } from '@tanstack/react-query';
import type { AnswerOf } from '@unityplan/sdk';
import { tellsDoors } from '../../../shared/lib/access.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { badgeKeys } from './keys.ts';

export type BadgePage = AnswerOf<'getBadge'>;

/** A badge with its criteria, the reader's own award and what must come first. */
export const badgeQuery = (badge: string) => queryOptions({ queryKey: badgeKeys.badge(badge), queryFn: ({ signal }) => sdk.getBadge({ params: { badge }, signal }), meta: tellsDoors });
