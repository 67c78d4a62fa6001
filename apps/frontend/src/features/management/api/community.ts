import type { AnswerOf } from '@unityplan/sdk';

export type CommunityDetail = AnswerOf<'getTerritory'>;

export const communityKeys = {
  all: ['territories'] as const,
  below: (parent: string) => ['territories', 'below', parent] as const,
  orders: ['own', 'management', 'orders'] as const,
  order: (orderId: string) => ['own', 'management', 'orders', orderId] as const,
};
