import { healAfter } from '../../../shared/lib/query-client.ts';
import { store, stored } from '../../../shared/lib/storage.ts';

/** A reply that the server has not confirmed. Its key makes sending again harmless. */
export interface PendingReply {
  key: string;
  markdown: string;
  replyTo?: { postId: string; number: number };
  /** The draft it came of, which the server drops with it. */
  draftRevision?: number;
  /** Why it could not be sent; none for one that has not been tried since the page was opened, or waits for an earlier one. */
  error?: unknown;
  sending: boolean;
}

/** Sent without anyone pressing something, now or later; what was refused for good is not. */
const goesByItself = ({ error }: PendingReply): boolean => error === undefined || healAfter(error) !== false;

/** Whether a new reply has to wait, so that they arrive in the order in which they were written. */
export const mustWait = (replies: readonly PendingReply[]): boolean => replies.some((reply) => reply.sending || goesByItself(reply));

/** The one to send next, one after the other. */
export function nextToSend(replies: readonly PendingReply[]): PendingReply | undefined {
  return replies.some(({ sending }) => sending) ? undefined : replies.find(goesByItself);
}

/** Keeps them on this device until the server has them. */
export function keepReplies(place: string, replies: readonly PendingReply[]): void {
  store(place, replies.length > 0 ? JSON.stringify(replies.map(({ key, markdown, replyTo, draftRevision }) => ({ key, markdown, replyTo, draftRevision }))) : undefined);
}

/** What was kept on this device. */
export function readReplies(place: string): PendingReply[] {
  try {
    return (JSON.parse(stored(place) ?? '[]') as PendingReply[]).map((reply) => ({ ...reply, sending: false }));
  } catch {
    return [];
  }
}
