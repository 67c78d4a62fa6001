import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive } from '../../../shared/lib/live.ts';
import { badgeKeys } from './keys.ts';

export type BadgeChange = 'badge.awarded' | 'badge.expired' | 'badge.expiring' | 'badge.revoked';
const changes: readonly string[] = ['badge.awarded', 'badge.expired', 'badge.expiring', 'badge.revoked'] satisfies BadgeChange[];
const restsMs = [0, 150, 400, 900];

/**
 * Follows the member's own stream for badges. What a badge opens or closes may be on the screen, so everything shown is asked
 * for anew: at once, and again within a second for services that hear of it after this page.
 */
export function useBadgeStream(memberId: string, onChange: (change: BadgeChange, badge: string) => void): void {
  const client = useQueryClient();
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  useEffect(() => () => timers.current.forEach(clearTimeout), []);
  const refresh = () => {
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'territory' && queryKey[0] !== 'session' });
  };
  useLive(`member:${memberId}`, {
    onEntry: ({ name, data }) => {
      if (!changes.includes(name) || !data.badge) return;
      onChange(name as BadgeChange, data.badge);
      if (name === 'badge.expiring') return void client.invalidateQueries({ queryKey: badgeKeys.own });
      timers.current.forEach(clearTimeout);
      timers.current = restsMs.map((rest) => setTimeout(refresh, rest));
    },
    onReload: refresh,
  });
}
