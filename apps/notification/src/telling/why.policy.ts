import { notification } from '@unityplan/contracts';
import type { Reason } from '../db/notifications.table.ts';

/** A reason with the rule that let something through, as it is stored: `mention`, `watching@topic`, `watching@category:<id>`. */
export type Why = Reason | 'watching@topic' | `watching@category:${string}`;

type Explained = notification.NotificationItem['reasons'][number];

/** From the strongest to the weakest. */
export const reasonOrder: readonly Reason[] = notification.notificationReason.options;
/** These are always in the list. */
const always: readonly Reason[] = ['post_moderated', 'badge_ended'];

export function reasonOf(why: string): Reason {
  return why.split('@', 1)[0] as Reason;
}

/** Each reason once, strongest first. */
export function reasonsOf(why: readonly string[]): Reason[] {
  const given = new Set(why.map(reasonOf));
  return reasonOrder.filter((reason) => given.has(reason));
}

/** Each once, strongest first; of two ways to watch, the topic's own. */
export function inOrder(why: Iterable<string>): string[] {
  const place = (one: string): number => reasonOrder.indexOf(reasonOf(one)) * 2 + (one.includes('@category') ? 1 : 0);
  const sorted = [...new Set(why)].sort((a, b) => place(a) - place(b));
  return sorted.filter((one, i) => i === 0 || reasonOf(one) !== reasonOf(sorted[i - 1]!));
}

/** What a member reads about why, and what a tap would change. `groupId` is the topic of a post. */
export function explain(why: readonly string[], groupId: string): Explained[] {
  return inOrder(why).map((one) => {
    const reason = reasonOf(one);
    if (one === 'watching@topic') return { reason, rule: { rule: 'topic', topicId: groupId } };
    if (one.startsWith('watching@category:')) return { reason, rule: { rule: 'category', categoryId: one.slice('watching@category:'.length) } };
    return { reason, rule: { rule: always.includes(reason) ? 'always' : 'preference' } };
  });
}
