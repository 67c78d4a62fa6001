import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { InputOf, ModerationCase } from '@unityplan/sdk';
import { pagedQuery } from '../../../shared/lib/infinite.ts';
import { useLive } from '../../../shared/lib/live.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { moderationKeys, type CaseFilter } from './keys.ts';

/** The queue: oldest first while there is something to do, decided ones newest first. */
export const casesQuery = (filter: CaseFilter) =>
  pagedQuery(moderationKeys.casesOf(filter), (from, signal) => {
    const { state, kind, categoryId } = filter;
    return sdk.listCases({ query: { state, ...(kind ? { kind } : {}), ...(categoryId ? { categoryId } : {}), ...from }, signal });
  }, {
    // Others take and decide cases, too, and nobody is told of each.
    refetchInterval: 30_000,
    staleTime: 5_000,
  });

/** One case. */
export const caseQuery = (caseId: string) =>
  queryOptions({ queryKey: moderationKeys.case(caseId), queryFn: ({ signal }) => sdk.getCase({ params: { caseId }, signal }), staleTime: 5_000, refetchInterval: 30_000 });

/** The posts around one, to judge it in its place. */
export const contextQuery = (topicId: string, number: number) =>
  queryOptions({
    queryKey: moderationKeys.context(topicId, number),
    queryFn: async ({ signal }) => (await sdk.listPosts({ params: { topicId }, query: { from: Math.max(1, number - 3), limit: 7 }, signal })).items,
  });

/** Whatever the server says of a case is the case; the lists are loaded again. */
function put(client: QueryClient, found: ModerationCase): void {
  client.setQueryData(moderationKeys.case(found.caseId), found);
  void client.invalidateQueries({ queryKey: moderationKeys.cases });
}

/** Takes a case for a while, again for longer. */
export function useClaim(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => sdk.claimCase({ params: { caseId } }),
    onSuccess: (found) => put(client, found),
    // Whoever was faster stands in the case now.
    onError: () => client.invalidateQueries({ queryKey: moderationKeys.case(caseId) }),
  });
}

/** Gives a case back to the queue. */
export function useRelease(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => sdk.releaseCase({ params: { caseId } }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: moderationKeys.case(caseId) });
      void client.invalidateQueries({ queryKey: moderationKeys.cases });
    },
  });
}

/** Decides a case that was taken. */
export function useDecide(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: InputOf<'decideCase'>['body']) => sdk.decideCase({ params: { caseId }, body }),
    onSuccess: (found) => {
      put(client, found);
      void client.invalidateQueries({ queryKey: ['moderation'] });
      void client.invalidateQueries({ queryKey: ['forum'] });
    },
    onError: () => client.invalidateQueries({ queryKey: moderationKeys.case(caseId) }),
  });
}

/** The queue moves by itself: moderators are told on their own stream when something comes in. */
export function useQueueStream(memberId: string): void {
  const client = useQueryClient();
  const reload = () => void client.invalidateQueries({ queryKey: moderationKeys.cases });
  useLive(`member:${memberId}`, { onEntry: ({ name }) => { if (name === 'notification.created') reload(); }, onReload: reload });
}
