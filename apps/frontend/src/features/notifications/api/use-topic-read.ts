import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { unreadQuery } from './get-unread.ts';
import { useMark } from './mark-notifications.ts';

/** Marks the notifications of a topic as read once their posts were on the screen; also when one comes in for a post already seen. */
export function useTopicRead(topicId: string, member: boolean): (number: number) => void {
  const mark = useMark();
  const [seen, setSeen] = useState(0);
  const unread = useQuery({ ...unreadQuery, enabled: member }).data?.unread ?? 0;
  useEffect(() => {
    if (!member || unread === 0 || seen === 0) return;
    const timer = setTimeout(() => {
      // Nobody waits for it: if it fails, the notifications stay unread and the next page tries again.
      mark('read', { topicId, upToNumber: seen }).catch(() => undefined);
    }, 800);
    return () => clearTimeout(timer);
  }, [mark, topicId, member, unread, seen]);
  return useCallback((number: number) => setSeen((highest) => Math.max(highest, number)), []);
}
