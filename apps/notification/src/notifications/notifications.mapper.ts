import type { notification, Person, RouteAnswer } from '@unityplan/contracts';
import { daysLeft, type Content, type ContentOf } from '../contents/contents.policy.ts';
import { explain } from '../telling/why.policy.ts';
import type { EntryOfItem, ItemRow } from './items.views.ts';

type Item = RouteAnswer<typeof notification.listNotifications>['items'][number];
type Shared = Pick<Item, 'notificationId' | 'reasons' | 'createdAt' | 'latestAt' | 'seenAt' | 'readAt' | 'doneAt' | 'savedAt'>;
const badgeEvents = { badge_awarded: 'awarded', badge_renewed: 'renewed', badge_expiring: 'expiring', badge_expired: 'expired', badge_revoked: 'revoked' } as const;

/** An item as its member sees it now; undefined when there is nothing in it that they may see. */
export function toItem(row: ItemRow, contents: ReadonlyMap<string, Content>, personOf: (memberId: string) => Person, now: number): Item | undefined {
  const shared: Shared = {
    notificationId: row.id, reasons: explain(row.why, row.group_id), createdAt: row.created_at.toISOString(), latestAt: row.latest_at.toISOString(),
    seenAt: row.seen_at?.toISOString() ?? null, readAt: row.read_at?.toISOString() ?? null, doneAt: row.done_at?.toISOString() ?? null, savedAt: row.saved_at?.toISOString() ?? null,
  };
  const readable = row.entries.filter(({ subject_id }) => contents.has(subject_id));
  const first = readable[0];
  const content = first && contents.get(first.subject_id);
  if (!first || !content) return undefined;
  switch (content.kind) {
    case 'post': return toPostItem(shared, row, content, personOf);
    case 'badge': return toBadgeItem(shared, first, content, now);
    case 'moderation': return toModerationItem(shared, first, content);
    case 'queue': return { ...shared, kind: 'queue', flags: readable.filter(({ about }) => about === 'flag').length, appeals: readable.filter(({ about }) => about === 'appeal').length };
  }
}

function toPostItem(shared: Shared, row: ItemRow, { post, actor }: ContentOf<'post'>, personOf: (memberId: string) => Person): Item {
  const { postId, topicId, topicTitle, topicSlug, number, excerpt } = post;
  const actors = row.actors.length > 0 ? row.actors.map(personOf) : [actor];
  return { ...shared, kind: 'post', post: { postId, topicId, topicTitle, topicSlug, number, excerpt }, postCount: row.entry_count, actors, actorCount: Math.max(row.actor_count, 1) };
}

function toBadgeItem(shared: Shared, { about, details }: EntryOfItem, { badge, course, by }: ContentOf<'badge'>, now: number): Item {
  const event = badgeEvents[about as keyof typeof badgeEvents];
  return {
    ...shared, kind: 'badge', event, awardId: details.awardId!, badge, territory: details.territory!, level: details.level ?? null,
    expiresAt: details.expiresAt ?? null, days: event === 'expiring' ? daysLeft(details, now) : null, course, by,
  };
}

function toModerationItem(shared: Shared, { about, details }: EntryOfItem, { decision, moderator }: ContentOf<'moderation'>): Item {
  const { decisionId, topicId, topicTitle, topicSlug, postId, postNumber, excerpt, rule, reason, appealableUntil } = decision;
  return {
    ...shared, kind: 'moderation', event: about as 'post_hidden', decisionId,
    post: { postId: postId ?? topicId, topicId, topicTitle, topicSlug, number: postNumber ?? 1, excerpt: excerpt ?? '' },
    outcome: details.outcome ?? null, rule, reason: reason ?? '', moderator, canAppeal: appealableUntil !== null, appealableUntil,
  };
}
