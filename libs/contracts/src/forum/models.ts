import { z } from 'zod';
import { accessVerdict } from '../badge/verdict.ts';
import { badgeKey, gate } from '../kernel/gates.ts';
import { id, instant, person, writtenText } from '../kernel/shapes.ts';

export const title = writtenText({ min: 5, max: 150 });
export const markdown = writtenText({ min: 2, max: 30_000 });
const bothLanguages = z.object({ en: z.string(), da: z.string() });

/** What a category lets people do, each behind a gate of its own. Whoever does anything must also pass `read`. */
export const categoryAction = z.enum(['read', 'reply', 'create', 'vote', 'moderate']);
export type CategoryAction = z.infer<typeof categoryAction>;
export const categoryGates = z.object({ read: gate, reply: gate, create: gate, vote: gate, moderate: gate });
/** Whether the caller may, and if not, what is missing and which course gives it. Refused with nothing lacking: signing in is enough. */
export const categoryMay = z.object({ read: accessVerdict, reply: accessVerdict, create: accessVerdict, vote: accessVerdict, moderate: accessVerdict });

/** Name, purpose and gates are public; topics are for those who may read. */
export const category = z.object({
  categoryId: id, slug: z.string(), name: bothLanguages, about: bothLanguages, revision: z.int().describe('Goes up with each change of the category itself'),
  topicCount: z.int().nullable().describe('Null when the caller may not read'), unreadTopics: z.int().nullable().describe('Topics with something unread, of the 100 with the latest activity; null for guests and who may not read'),
  lastActivityAt: instant.nullable(), gates: categoryGates, may: categoryMay,
});
/** How far a member has read: `upTo` is the highest number seen (0: never opened). */
export const readState = z.object({ upTo: z.int(), unread: z.int(), firstUnread: z.int().nullable().describe('Where reading goes on; null when all is read') });
export const topicSummary = z.object({
  topicId: id, slug: z.string(), title: z.string(), categoryId: id, author: person, createdAt: instant, lastActivityAt: instant, lastAuthor: person,
  postCount: z.int(), closed: z.boolean(), pinned: z.object({ until: instant.nullable() }).nullable().describe('Stands first in its category, until then'),
  reading: readState.nullable().describe('Null for guests'),
});
/** A topic as its own page shows it. */
export const topicPage = topicSummary.extend({
  may: categoryMay,
  closure: z.object({ decisionId: id, at: instant, by: person, reason: z.string() }).nullable().describe('Who closed it, and why'),
});

export const vote = z.enum(['up', 'down']);
export const appealState = z.enum(['none', 'open', 'upheld', 'granted']);
/** The rule a post broke; flags name one of the same. */
export const flagKind = z.enum(['spam', 'abuse', 'off_topic', 'personal_data', 'other']);
/** Why a post is hidden, for everyone to see. `role` is the badge that gave the authority. */
export const hiding = z.object({
  decisionId: id, at: instant, by: person, role: badgeKey.nullable(), rule: flagKind, reason: z.string(),
  appeal: z.object({ state: appealState, until: instant.describe('Its author can appeal until then') }),
});
export const post = z.object({
  postId: id, topicId: id, number: z.int(), author: person, createdAt: instant, editedAt: instant.nullable(), revision: z.int(),
  replyTo: z.object({ postId: id, number: z.int(), author: person }).nullable(),
  deleted: z.boolean(), hidden: hiding.nullable().describe('Its author and moderators still get the text, everybody else an empty one'),
  html: z.string().describe('Sanitised; empty when deleted, or hidden from the caller'), markdown: z.string().describe('Source, for quoting and editing; empty when deleted, or hidden from the caller'),
  score: z.int().describe('Votes up minus votes down'), ownVote: vote.nullable(),
});
export const revision = z.object({ revision: z.int(), at: instant, reason: z.string().nullable(), markdown: z.string(), html: z.string() });
