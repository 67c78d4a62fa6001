import type { Selectable } from 'kysely';
import type { EntriesTable, Reason } from '../db/notifications.table.ts';
import type { WatchLevel } from '../db/watch-levels.table.ts';
import { wantedByMail, wantedByPush, wantedInDigest, type Preferences } from '../preferences/preferences.policy.ts';
import { reasonOf, reasonsOf } from '../telling/why.policy.ts';
import { levelOf } from '../watch-levels/watch-levels.policy.ts';

/** An entry on its way out, with what its member wants and has read by now. */
export interface Outgoing {
  readonly entry: Pick<Selectable<EntriesTable>, 'subject_id' | 'about' | 'why' | 'details' | 'group_id' | 'post_number' | 'hidden' | 'overtaken' | 'read_at' | 'created_at' | 'notification_id' | 'actor_id'>;
  readonly itemReadAt: Date | null;
  readonly itemDoneAt: Date | null;
  readonly preferences: Preferences;
  readonly topicLevel: WatchLevel | null;
  readonly categoryLevel: WatchLevel | null;
}

/** Why something is not sent: for good, or as long as its post is hidden. */
export type Stop = { readonly stop: string; readonly passing?: boolean };
export type Channel = 'mail' | 'digest' | 'push';

const wanted = {
  mail: (reasons: readonly Reason[], preferences: Preferences) => wantedByMail(reasons, 'instant', preferences),
  digest: wantedInDigest,
  push: wantedByPush,
};

/**
 * Whether an entry may still go out by a channel, and for which reasons, strongest first. What the text is and whether its reader may
 * see it is asked apart, of its owner.
 */
export function stillWanted(outgoing: Outgoing | undefined, channel: Channel): { readonly reasons: readonly Reason[] } | Stop {
  if (!outgoing) return { stop: 'it is gone' };
  const { entry, preferences } = outgoing;
  if (entry.overtaken) return { stop: 'overtaken by something newer' };
  // What is hidden may be unread in an item that was read without it.
  if (entry.read_at || (outgoing.itemReadAt && !entry.hidden) || outgoing.itemDoneAt) return { stop: 'read meanwhile' };
  if (entry.about === 'post' && levelOf(outgoing.topicLevel, outgoing.categoryLevel) === 'muted') return { stop: 'muted meanwhile' };
  const reasons = wanted[channel](stillTrue(outgoing), preferences);
  if (reasons.length === 0) return { stop: 'not wanted any more' };
  return entry.hidden ? { stop: 'the post is hidden', passing: true } : { reasons };
}

/** Whether something asked for at once is now to wait for the digest. */
export function movedToDigest(outgoing: Outgoing | undefined): boolean {
  if (!outgoing || !('reasons' in stillWanted(outgoing, 'digest'))) return false;
  return wantedByMail(stillTrue(outgoing), 'digest', outgoing.preferences).length > 0;
}

/** Who stopped watching is not told as a watcher any more. */
function stillTrue({ entry, topicLevel, categoryLevel }: Outgoing): Reason[] {
  const watching = levelOf(topicLevel, categoryLevel) === 'watching';
  return reasonsOf(entry.why.filter((why) => reasonOf(why) !== 'watching' || watching));
}
