import { queryOptions } from '@tanstack/react-query';
import type { AnswerOf } from '@unityplan/sdk';
import { sdk } from '../../../shared/lib/sdk.ts';

// Apart from what changes communities: a page's loader needs this alone, and loaders are part of the first load.

export type CommunityDetail = AnswerOf<'getTerritory'>;

export const communityKeys = {
  all: ['territories'] as const,
  below: (parent: string) => ['territories', 'below', parent] as const,
  one: (id: string) => ['territories', 'one', id] as const,
  orders: ['own', 'management', 'orders'] as const,
  order: (orderId: string) => ['own', 'management', 'orders', orderId] as const,
};

/** One territory with its settings and those above it. */
export const communityQuery = (id: string) => queryOptions({ queryKey: communityKeys.one(id), queryFn: ({ signal }) => sdk.getTerritory({ params: { territoryId: id }, signal }) });
