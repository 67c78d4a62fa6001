import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isAboutDoors } from '../../../shared/lib/access.ts';
import { askAgain } from '../../../shared/lib/ask-again.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { useLive } from '../../../shared/lib/live.ts';
import { awardsQuery } from './get-awards.ts';
import { badgeKeys } from './keys.ts';
import { nextEnd } from './newest-awards.ts';

export type BadgeChange = 'badge.awarded' | 'badge.expired' | 'badge.expiring' | 'badge.revoked';
const changes: readonly string[] = ['badge.awarded', 'badge.expired', 'badge.expiring', 'badge.revoked'] satisfies BadgeChange[];
const longestTimer = 2 ** 31 - 1;
// Asking again must not give up a question that is on its way, or a slow server never gets to answer; only the first and a late one start anew.
const asks = [{ after: 0, anew: true }, { after: 150, anew: false }, { after: 400, anew: false }, { after: 900, anew: false }, { after: 2000, anew: true }, { after: 5000, anew: false }];

/**
 * Follows the member's own stream for badges. What a badge opens or closes may be on the screen, so everything shown is asked
 * for anew: at once, and again in the next seconds for services that hear of it after this page.
 */
export function useBadgeStream(memberId: string, onChange: (change: BadgeChange, badge: string) => void): void {
  const client = useQueryClient();
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  useEffect(() => () => timers.current.forEach(clearTimeout), []);
  const refresh = (anew = true) => {
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'territory' && queryKey[0] !== 'session' }, { cancelRefetch: anew });
  };
  const soon = () => {
    timers.current.forEach(clearTimeout);
    timers.current = asks.map(({ after, anew }) => setTimeout(refresh, after, anew));
  };
  const awards = itemsOf(useInfiniteQuery(awardsQuery).data, (award) => award.awardId);
  const end = nextEnd(awards, Date.now());
  const latest = useRef(soon);
  useEffect(() => {
    latest.current = soon;
  });
  const ending = useRef<{ at: number; timer: ReturnType<typeof setTimeout> }>(undefined);
  useEffect(() => () => { clearTimeout(ending.current?.timer); ending.current = undefined; }, []);
  useEffect(() => {
    // A badge that ends by time closes its doors at that very moment, before anyone can tell. Once set, only an earlier or a later end replaces the timer.
    if (end === undefined || end === ending.current?.at || end - Date.now() > longestTimer) return;
    clearTimeout(ending.current?.timer);
    ending.current = { at: end, timer: setTimeout(() => latest.current(), end - Date.now() + 50) };
  }, [end]);
  useLive(`member:${memberId}`, {
    onEntry: ({ name, data }) => {
      if (!changes.includes(name) || !data.badge) return;
      onChange(name as BadgeChange, data.badge);
      if (name === 'badge.expiring') return void client.invalidateQueries({ queryKey: badgeKeys.own });
      soon();
    },
    onReload: () => refresh(),
    // The page was loaded before the stream was followed: a badge may have come or gone in between, and nobody will tell again.
    onSubscribed: () => void askAgain(client, { predicate: isAboutDoors }),
  });
}
