import type { notification, RouteAnswer } from '@unityplan/contracts';
import type { WatchLevel } from '../db/watch-levels.table.ts';

export type WatchState = RouteAnswer<typeof notification.getTopicWatch>;

/** More choices than anyone makes by hand. */
export const mostLevels = 2_000;

/** A topic's own level beats its category's; whoever chose nothing is told of mentions and replies. */
export function levelOf(topic: WatchLevel | null | undefined, category: WatchLevel | null | undefined): WatchLevel {
  return topic ?? category ?? 'normal';
}

/** How a topic is followed, and why so. */
export function topicState(topic: WatchLevel | null, category: WatchLevel | null): WatchState {
  return { level: levelOf(topic, category), own: topic, from: topic ? 'topic' : category ? 'category' : 'default' };
}

/** The same for a category. */
export function categoryState(category: WatchLevel | null): WatchState {
  return { level: levelOf(null, category), own: category, from: category ? 'category' : 'default' };
}
