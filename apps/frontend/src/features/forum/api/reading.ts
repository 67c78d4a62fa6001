import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Category, ReadState, TopicPage, TopicSummary } from '@unityplan/sdk';
import { useCallback, useEffect, useRef } from 'react';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { patchItems, type Pages } from '../../../shared/lib/infinite.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { forumKeys } from './keys.ts';

/** Where reading stands once posts up to a number were seen; it only ever goes up. */
export function readUpTo(reading: ReadState, seen: number, postCount: number): ReadState {
  const upTo = Math.max(reading.upTo, Math.min(seen, postCount));
  const unread = Math.max(0, Math.min(reading.unread, postCount - upTo));
  return { upTo, unread, firstUnread: unread > 0 ? upTo + 1 : null };
}

function patchReading(client: QueryClient, topicId: string, change: (reading: ReadState, postCount: number) => ReadState): void {
  const patch = <T extends TopicSummary>(topic: T): T => (topic.topicId === topicId && topic.reading ? { ...topic, reading: change(topic.reading, topic.postCount) } : topic);
  client.setQueryData<TopicPage>(forumKeys.topic(topicId), (topic) => topic && patch(topic));
  client.setQueriesData<Pages<TopicSummary>>({ queryKey: ['forum', 'topics'] }, (data) => patchItems(data, patch));
}

/** Tells how far the member has read: here at once, on the server after a moment's rest. */
export function useReading(topicId: string, member: boolean): (number: number) => void {
  const client = useQueryClient();
  const seen = useRef(0);
  const told = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const upTo = seen.current;
    if (upTo <= told.current) return;
    told.current = upTo;
    sdk.setReadState({ params: { topicId }, body: { upTo } }).then(
      (reading) => {
        patchReading(client, topicId, () => reading);
        void client.invalidateQueries({ queryKey: categoriesQuery.queryKey, refetchType: 'none' });
      },
      // Nobody waits for it: the next post that is seen says it again.
      () => { told.current = 0; },
    );
  }, [client, topicId]);
  useEffect(() => () => { if (timer.current) tell(); }, [tell]);
  return useCallback(
    (number) => {
      if (!member || number <= seen.current) return;
      seen.current = number;
      patchReading(client, topicId, (reading, postCount) => readUpTo(reading, number, Math.max(postCount, number)));
      timer.current ??= setTimeout(tell, 1500);
    },
    [client, topicId, member, tell],
  );
}

/** All there is in a category counts as read. */
export function useMarkCategoryRead(category: Pick<Category, 'categoryId'>) {
  const client = useQueryClient();
  const { categoryId } = category;
  return useMutation({
    mutationFn: () => sdk.markCategoryRead({ params: { categoryId } }),
    onSuccess: () => {
      const read = <T extends TopicSummary>(topic: T): T => (topic.categoryId === categoryId && topic.reading ? { ...topic, reading: readUpTo(topic.reading, topic.postCount, topic.postCount) } : topic);
      client.setQueriesData<Pages<TopicSummary>>({ queryKey: ['forum', 'topics'] }, (data) => patchItems(data, read));
      client.setQueryData<Category[]>(categoriesQuery.queryKey, (all) => all?.map((each) => (each.categoryId === categoryId && each.unreadTopics !== null ? { ...each, unreadTopics: 0 } : each)));
      void client.invalidateQueries({ queryKey: ['forum', 'topics'] });
      void client.invalidateQueries({ queryKey: categoriesQuery.queryKey });
    },
  });
}
