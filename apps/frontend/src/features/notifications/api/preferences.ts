import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { NotificationPreferences } from '@unityplan/sdk';
import { isLastOf, queued, takeBack } from '../../../shared/lib/queued.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { notificationKeys } from './keys.ts';

/** What the member is told, and how. */
export const preferencesQuery = queryOptions({
  queryKey: notificationKeys.preferences,
  queryFn: ({ signal }) => sdk.getNotificationPreferences({ signal }),
});

const queue = 'notification-preferences';

/** Saves at once, shows at once, and goes back when it failed. One after the other, so the last choice wins. */
export function useSetPreferences() {
  const client = useQueryClient();
  const { queryKey } = preferencesQuery;
  return useMutation({
    ...queued(queue),
    mutationFn: (body: NotificationPreferences) => sdk.setNotificationPreferences({ body }),
    onMutate: async (next) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, next);
      return { before };
    },
    onSuccess: (saved) => { if (isLastOf(client, queue)) client.setQueryData(queryKey, saved); },
    onError: (_error, _next, context) => takeBack(client, queue, queryKey, context?.before),
  });
}
