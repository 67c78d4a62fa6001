import { z } from 'zod';
import { badgeKey } from '../kernel/gates.ts';
import { id, instant } from '../kernel/shapes.ts';

/**
 * The live protocol, version 1, JSON text frames on `/ws`. A stream is a numbered list of entries in PostgreSQL:
 * an entry is (stream, epoch, seq). A client says `hello` with a ticket, subscribes with the last cursor it applied,
 * and gets every later entry exactly in order; `recovered: false` means "load the state anew, then go on from this cursor".
 */
export const protocolVersion = 1;

/**
 * `topic:<id>`, `category:<id>`, `territory` (new topics that everyone may read) or `member:<id>` (only that member). A topic or
 * category behind a rule is `refused` with `badge_required` to whom it does not open, also in mid-stream when it closes; when it
 * opens, the server goes on by itself with `subscribed`, from where the client was.
 */
export const streamName = z.string().regex(/^(territory|(topic|category|member):[0-9a-f-]{36})$/);
/** A place in a stream. Another epoch means its history was rewritten: load the state anew. */
export const cursor = z.object({ epoch: z.string().max(40), seq: z.int().min(0) });
export type Cursor = z.infer<typeof cursor>;

export const clientMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), protocol: z.literal(protocolVersion), ticket: z.string().max(200) }),
  z.object({ type: z.literal('subscribe'), stream: streamName, cursor: cursor.optional() }),
  z.object({ type: z.literal('unsubscribe'), stream: streamName }),
  z.object({ type: z.literal('ping'), at: z.number().optional() }),
]);
export type ClientMessage = z.infer<typeof clientMessage>;

/** What happened, as ids only: clients load what they need under their own rights. */
export const entryData = z.object({
  topicId: id.optional(), categoryId: id.optional(), postId: id.optional(), number: z.int().optional(), authorId: id.optional(),
  notificationId: id.optional(), unread: z.int().optional(), revision: z.int().optional(),
  badge: badgeKey.optional(), awardId: id.optional(), courseId: id.optional(),
});
export const entryName = z.enum([
  'topic.created', 'topic.changed', 'post.created', 'post.edited', 'post.deleted', 'post.hidden', 'post.restored', 'notification.created', 'notification.read',
  'badge.awarded', 'badge.revoked', 'badge.expired', 'badge.expiring', 'course.enrolled', 'course.completed', 'quiz.submitted',
]);
export const entry = z.object({
  type: z.literal('entry'), stream: streamName, epoch: z.string(), seq: z.int(), name: entryName, time: instant, data: entryData,
});
export type StreamEntry = z.infer<typeof entry>;

export const serverMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), connectionId: id, heartbeatMs: z.int() }),
  z.object({ type: z.literal('subscribed'), stream: streamName, cursor, recovered: z.boolean() }),
  z.object({ type: z.literal('unsubscribed'), stream: streamName }),
  entry,
  z.object({ type: z.literal('refused'), stream: z.string().optional(), code: z.string() }),
  z.object({ type: z.literal('pong'), at: z.number().optional() }),
  z.object({ type: z.literal('closing'), reason: z.enum(['drain', 'session_ended', 'slow', 'protocol']), retryAfterMs: z.int() }),
]);
export type ServerMessage = z.infer<typeof serverMessage>;
