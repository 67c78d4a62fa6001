import type { Reason } from '../db/notifications.table.ts';

/** Something that happened in a topic, as far as telling people is concerned. */
export interface Happening {
  readonly postId: string;
  readonly topicId: string;
  readonly number: number;
  readonly actorId: string;
  readonly mentionedIds: readonly string[];
  /** Whose topic or post was answered. */
  readonly answeredIds: readonly string[];
}

export interface Told {
  readonly memberId: string;
  /** Strongest first. */
  readonly reasons: readonly Reason[];
}

/** From the strongest to the weakest. */
export const reasonOrder: readonly Reason[] = ['mention', 'reply'];

/** Who is told, each once with all reasons, never the one who did it. In order of ids, so that transactions lock in one order. */
export function whoIsTold(happening: Happening): Told[] {
  const reasons = new Map<string, Set<Reason>>();
  const add = (memberId: string, reason: Reason): void => {
    if (memberId !== happening.actorId) reasons.set(memberId, (reasons.get(memberId) ?? new Set()).add(reason));
  };
  for (const memberId of happening.mentionedIds) add(memberId, 'mention');
  for (const memberId of happening.answeredIds) add(memberId, 'reply');
  return [...reasons]
    .map(([memberId, given]) => ({ memberId, reasons: reasonOrder.filter((reason) => given.has(reason)) }))
    .sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
}
