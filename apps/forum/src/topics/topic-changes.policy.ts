import type { forum, RouteInput } from '@unityplan/contracts';

type Change = RouteInput<typeof forum.changeTopic>['body'];
interface Topic {
  readonly category_id: string;
  readonly closed_by: string | null;
  readonly pinned_at: Date | null;
  readonly pinned_until: Date | null;
}

/** What a change is called once it is done. */
export const changeNames = { pin: 'pinned', unpin: 'unpinned', close: 'closed', open: 'opened', move: 'moved' } as const;

/** A pin ends by itself at its time. */
export function isPinned({ pinned_at, pinned_until }: Pick<Topic, 'pinned_at' | 'pinned_until'>, now: number): boolean {
  return pinned_at !== null && (pinned_until === null || pinned_until.getTime() > now);
}

/** Whether a change would leave the topic as it is. */
export function changesNothing(topic: Topic, body: Change, now: number): boolean {
  const pinned = isPinned(topic, now);
  switch (body.change) {
    case 'pin':
      return pinned && topic.pinned_until?.getTime() === (body.until === null ? undefined : Date.parse(body.until));
    case 'unpin':
      return !pinned;
    case 'close':
      return topic.closed_by !== null;
    case 'open':
      return topic.closed_by === null;
    case 'move':
      return topic.category_id === body.categoryId;
  }
}
