import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { AnswerOf, InputOf } from '@unityplan/sdk';
import { pagedQuery } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { managementKeys } from './keys.ts';

export type BadgeDefinition = AnswerOf<'getBadge'>['definition'];
export type BadgeState = BadgeDefinition['state'];
export type Award = AnswerOf<'createAward'>;
export type HeldState = Award['state'];
export type ShownBadge = AnswerOf<'listMemberBadges'>['items'][number];

/** Badges of one state, also drafts and archived ones. */
export const managedBadgesQuery = (state: BadgeState) =>
  pagedQuery(managementKeys.badges(state), (from, signal) => sdk.listBadges({ query: { state, limit: 50, ...from }, signal }));

/** A definition as it is now. */
export const definitionQuery = (badge: string) =>
  queryOptions({ queryKey: managementKeys.badge(badge), queryFn: async ({ signal }) => (await sdk.getBadge({ params: { badge }, signal })).definition });

/** Everyone who was awarded a badge. */
export const holdersQuery = (badge: string, state: HeldState) =>
  pagedQuery(managementKeys.holdersOf(badge, state), (from, signal) => sdk.listHolders({ params: { badge }, query: { state, ...from }, signal }));

/** The badges that someone shows. */
export const memberBadgesQuery = (memberId: string) =>
  queryOptions({ queryKey: managementKeys.memberBadges(memberId), queryFn: async ({ signal }) => (await sdk.listMemberBadges({ params: { memberId }, query: { limit: 100 }, signal })).items });

function refresh(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['own', 'management'] });
  void client.invalidateQueries({ queryKey: ['own', 'badges'] });
  void client.invalidateQueries({ queryKey: ['own', 'role'] });
  void client.invalidateQueries({ queryKey: ['badges'] });
}

/** Makes a badge of this territory. */
export function useDefineBadge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: InputOf<'defineBadge'>['body']; idempotencyKey: string }) => sdk.defineBadge({ body, idempotencyKey }),
    onSuccess: () => refresh(client),
  });
}

/** A new version of a badge, or another state of it. */
export function useChangeBadge(badge: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: InputOf<'changeBadge'>['body']) => sdk.changeBadge({ params: { badge }, body }),
    onSuccess: (definition) => {
      refresh(client);
      client.setQueryData(managementKeys.badge(badge), definition);
    },
  });
}

/** Awards a badge by hand, with the reason its holder reads. */
export function useAward() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ badge, idempotencyKey, ...body }: { badge: string; idempotencyKey: string } & InputOf<'createAward'>['body']) => sdk.createAward({ params: { badge }, body, idempotencyKey }),
    onSuccess: () => refresh(client),
  });
}

/** Takes a badge back, with the reason its holder reads. */
export function useRevoke() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ awardId, reason }: { awardId: string; reason: string }) => sdk.revokeAward({ params: { awardId }, body: { reason } }),
    onSuccess: () => refresh(client),
  });
}
