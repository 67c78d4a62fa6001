import type { About, Details, Kind } from '../db/notifications.table.ts';
import type { WatchLevel } from '../db/watch-levels.table.ts';
import { channelsFor, wantedAtAll, type Channels, type Preferences } from '../preferences/preferences.policy.ts';
import { levelOf } from '../watch-levels/watch-levels.policy.ts';
import { inOrder, reasonOf, reasonsOf, type Why } from './why.policy.ts';

/** Something that happened, as far as telling members is concerned. */
export interface Happening {
  readonly kind: Kind;
  readonly about: About;
  /** The thing told: nobody is told twice of one. */
  readonly subjectId: string;
  /** What belongs together in one item while it is open: a post's topic, or the subject itself. */
  readonly groupId: string;
  readonly actorId: string | null;
  readonly postNumber: number | null;
  readonly details: Details;
}

/** A post whose news goes to those it concerns, and to those who watch. */
export interface PostHappening {
  readonly postId: string;
  readonly topicId: string;
  readonly categoryId: string;
  readonly number: number;
  readonly actorId: string;
  readonly mentionedIds: readonly string[];
  /** Whose topic or post was answered. */
  readonly answeredIds: readonly string[];
}

/** What is known of someone who may be told. */
export interface Candidate {
  readonly memberId: string;
  readonly preferences: Preferences;
  readonly topicLevel: WatchLevel | null;
  readonly categoryLevel: WatchLevel | null;
  /** Has a browser that takes push messages. */
  readonly pushable: boolean;
}

/** One member, and by which channels. */
export interface Delivery extends Channels {
  readonly memberId: string;
  readonly why: readonly string[];
}

export function postHappening({ postId, topicId, categoryId, number, actorId }: Omit<PostHappening, 'mentionedIds' | 'answeredIds'>): Happening {
  return { kind: 'post', about: 'post', subjectId: postId, groupId: topicId, actorId, postNumber: number, details: { categoryId } };
}

/** A moderator's decision, as something that happened to a member. */
export function moderated(about: About, decisionId: string, moderatorId: string, details: Details): Happening {
  return { kind: 'moderation', about, subjectId: decisionId, groupId: decisionId, actorId: moderatorId, postNumber: null, details };
}

/** All work that waits for moderators is one item while it is open. */
const queueId = '00000000-0000-7000-8000-000000000001';

/** Something that waits for a moderator. */
export function waiting(about: 'flag' | 'appeal', subjectId: string, categoryId: string): Happening {
  return { kind: 'queue', about, subjectId, groupId: queueId, actorId: null, postNumber: null, details: { categoryId } };
}

/** Whom a post concerns by itself, each once with all reasons, never its author. */
export function concerned({ actorId, mentionedIds, answeredIds }: Pick<PostHappening, 'actorId' | 'mentionedIds' | 'answeredIds'>): Map<string, Why[]> {
  const why = new Map<string, Why[]>();
  const add = (memberId: string, one: Why): void => {
    if (memberId !== actorId) why.set(memberId, [...(why.get(memberId) ?? []), one]);
  };
  for (const memberId of new Set(mentionedIds)) add(memberId, 'mention');
  for (const memberId of new Set(answeredIds)) add(memberId, 'reply');
  return why;
}

/** The rule by which someone watches a post's topic; undefined when they do not. */
function watches({ topicLevel, categoryLevel }: Candidate, categoryId: string): Why | undefined {
  if (levelOf(topicLevel, categoryLevel) !== 'watching') return undefined;
  return topicLevel ? 'watching@topic' : `watching@category:${categoryId}`;
}

/**
 * How a post reaches a member; undefined when it does not: muted, or not wanted by any channel. `direct` is why it concerns them by
 * itself, whatever they watch.
 */
export function postDelivery(candidate: Candidate, direct: readonly Why[], categoryId: string): Delivery | undefined {
  if (levelOf(candidate.topicLevel, candidate.categoryLevel) === 'muted') return undefined;
  const watching = watches(candidate, categoryId);
  return deliveryOf(candidate, watching ? [...direct, watching] : direct);
}

/** How something reaches a member for reasons; undefined when it does not. Only reasons that let it through are kept. */
export function deliveryOf({ memberId, preferences, pushable }: Candidate, why: readonly Why[]): Delivery | undefined {
  const wanted = new Set(wantedAtAll(reasonsOf(why), preferences));
  const kept = inOrder(why.filter((one) => wanted.has(reasonOf(one))));
  if (kept.length === 0) return undefined;
  const { inApp, mail, push } = channelsFor(reasonsOf(kept), preferences);
  if (!inApp && mail === 'off' && !(push && pushable)) return undefined;
  return { memberId, why: kept, inApp, mail, push: push && pushable };
}
