import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { WatchLevel, WatchState } from '@unityplan/sdk';
import { pagedQuery } from '../../../shared/lib/infinite.ts';
import { isLastOf, queued, takeBack } from '../../../shared/lib/queued.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { notificationKeys } from './keys.ts';

/** What can be followed. */
export type WatchPlace = { topicId: string } | { categoryId: string };

const keyOf = (place: WatchPlace) => ('topicId' in place ? notificationKeys.watch('topic', place.topicId) : notificationKeys.watch('category', place.categoryId));

/** How the member follows a topic or category. */
export const watchQuery = (place: WatchPlace) =>
  queryOptions({
    queryKey: keyOf(place),
    queryFn: ({ signal }) => ('topicId' in place ? sdk.getTopicWatch({ params: place, signal }) : sdk.getCategoryWatch({ params: place, signal })),
    staleTime: 5 * 60_000,
  });

/** Topics and categories with a level of their own. */
export const watchedQuery = pagedQuery(notificationKeys.watched, (from, signal) => sdk.listWatchLevels({ query: from, signal }));

/** Chooses a level, or takes the own choice back (null). Shown at once; as before when it fails. */
export function useSetWatch(place: WatchPlace) {
  const client = useQueryClient();
  const { queryKey } = watchQuery(place);
  const queue = `watch ${queryKey.join(' ')}`;
  return useMutation({
    ...queued(queue),
    mutationFn: (level: WatchLevel | null): Promise<WatchState> => {
      if ('topicId' in place) return level ? sdk.setTopicWatch({ params: place, body: { level } }) : sdk.clearTopicWatch({ params: place });
      return level ? sdk.setCategoryWatch({ params: place, body: { level } }) : sdk.clearCategoryWatch({ params: place });
    },
    onMutate: async (level) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before && level) client.setQueryData(queryKey, { ...before, level, own: level, from: 'topicId' in place ? 'topic' : 'category' });
      return { before };
    },
    onSuccess: (state) => {
      if (isLastOf(client, queue)) client.setQueryData(queryKey, state);
      void client.invalidateQueries({ queryKey: notificationKeys.watches, predicate: (query) => query.queryKey.join() !== queryKey.join() });
    },
    onError: (_error, _level, context) => takeBack(client, queue, queryKey, context?.before),
  });
}
