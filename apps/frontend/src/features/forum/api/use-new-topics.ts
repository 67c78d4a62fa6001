import { useQueryClient } from '@tanstack/react-query';
import type { TopicSummary } from '@unityplan/sdk';
import { useState } from 'react';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { patchItems, type Pages } from '../../../shared/lib/infinite.ts';
import { useLive } from '../../../shared/lib/live.ts';
import { forumKeys } from './keys.ts';

/**
 * Counts topics that others opened since the list was loaded. The list itself stays still under its reader's eyes;
 * only the numbers of topics in it move.
 */
export function useNewTopics(stream: string | undefined, categoryId: string | undefined, ownId: string | undefined) {
  const client = useQueryClient();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const key = forumKeys.topics(categoryId);
  const show = async () => {
    setFresh(new Set());
    await Promise.all([client.resetQueries({ queryKey: key }), client.invalidateQueries({ queryKey: categoriesQuery.queryKey })]);
  };
  const listed = (topicId: string) => client.getQueryData<Pages<TopicSummary>>(key)?.pages.some((page) => page.items.some((topic) => topic.topicId === topicId)) ?? false;
  useLive(stream, {
    onEntry: ({ name, data, time }) => {
      const { topicId, number } = data;
      if (!topicId) return;
      if (name === 'topic.created' && data.authorId !== ownId && !listed(topicId)) setFresh((all) => new Set(all).add(topicId));
      if (name === 'post.created' && number) {
        client.setQueryData<Pages<TopicSummary>>(key, (pages) =>
          patchItems(pages, (topic) => (topic.topicId === topicId ? { ...topic, postCount: Math.max(topic.postCount, number), lastActivityAt: time } : topic)),
        );
      }
    },
    onReload: () => void show(),
    onSubscribed: () => void client.invalidateQueries({ queryKey: key }),
  });
  return { count: [...fresh].filter((topicId) => !listed(topicId)).length, show };
}
