import type { NotificationItem } from '@unityplan/sdk';

/** Where a notification leads: a path of this site. */
export function placeOf(item: NotificationItem): string {
  switch (item.kind) {
    case 'post':
    case 'moderation': return `/topics/${item.post.topicId}/${item.post.topicSlug}#post-${item.post.number}`;
    case 'badge': return `/badges/${encodeURIComponent(item.badge.badge)}`;
    case 'queue': return item.flags === 0 && item.appeals > 0 ? '/moderation?kind=appeal' : '/moderation';
  }
}

/** How people are named together: all of up to three, else two and how many more. */
export function howNamed(names: readonly string[], count: number): { key: 'one' | 'two' | 'three' | 'others'; a: string; b: string; c: string; count: number } {
  const [a = '', b = '', c = ''] = names;
  const shown = Math.min(names.length, count);
  const key = count <= 1 || shown <= 1 ? 'one' : count === 2 ? 'two' : count === 3 && shown === 3 ? 'three' : 'others';
  return { key, a, b, c, count: Math.max(0, count - 2) };
}
