import { forum, notification, type RouteContract } from '@unityplan/contracts';
import type { TestMember } from '@unityplan/testing';
import { follow } from './live.ts';
import type { Action } from './reference.ts';
import type { GatesWorld, Place, Someone } from './world.ts';

/** What a way in said about one place: whether it let someone do something there. */
export interface Finding {
  readonly surface: string;
  readonly action: Action;
  readonly place: Place;
  readonly allowed: boolean;
}
type Ask = (world: GatesWorld, territory: string, someone: Someone, places: readonly Place[]) => Promise<Finding[]>;

const asOf = ({ member }: Someone, territory: string) => ({ territory, ...(member ? { as: member } : {}) });
const seen = (surface: string, places: readonly Place[], inside: (place: Place) => boolean): Finding[] => places.map((place) => ({ surface, action: 'read', place, allowed: inside(place) }));
const actions = forum.categoryAction.options;

/** Every item of a list, page by page. */
async function everything<T>(page: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await page(cursor);
    all.push(...items);
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return all;
}

/** Ways in that answer for many places at once. `seeded` places have a draft, and a notification, of the member asked about. */
export const lists: Record<string, Ask> = {
  'what one may': async (world, territory, someone, places) => {
    const { body } = await world.call(forum.listCategories, asOf(someone, territory));
    return places.flatMap((place) => {
      const { may, topicCount } = body.items.find(({ categoryId }) => categoryId === place.categoryId)!;
      return [...actions.map((action) => ({ surface: 'what one may', action, place, allowed: may[action].allowed })), { surface: 'count of topics', action: 'read' as const, place, allowed: topicCount !== null }];
    });
  },
  'all topics': async (world, territory, someone, places) => {
    const topics = await everything(async (cursor) => (await world.call(forum.listTopics, { ...asOf(someone, territory), query: { limit: 100, cursor } })).body);
    return seen('all topics', places, (place) => topics.some(({ categoryId }) => categoryId === place.categoryId));
  },
  excerpts: async (world, territory, someone, places) => {
    const { posts } = await world.rpc.call(forum.getExcerpts, territory, { postIds: places.map(({ postId }) => postId), viewerId: someone.member?.memberId ?? null });
    return seen('excerpts', places, (place) => posts.some(({ postId }) => postId === place.postId));
  },
  log: async (world, territory, someone, places) => {
    const entries = await everything(async (cursor) => (await world.call(forum.listModerationLog, { ...asOf(someone, territory), query: { limit: 100, cursor } })).body);
    return seen('log', places, (place) => entries.some(({ topic }) => topic.topicId === place.topicId));
  },
  streams: async (world, territory, someone, places) => {
    const topics = await follow(world, territory, someone.member, places.flatMap(({ topicId, categoryId }) => [`topic:${topicId}`, `category:${categoryId}`]));
    return [...seen('stream of a topic', places, ({ topicId }) => topics.get(`topic:${topicId}`)!), ...seen('stream of a category', places, ({ categoryId }) => topics.get(`category:${categoryId}`)!)];
  },
};
export const ownLists: Record<string, Ask> = {
  drafts: async (world, territory, someone, seeded) => {
    const drafts = await everything(async (cursor) => (await world.call(forum.listPostDrafts, { ...asOf(someone, territory), query: { limit: 100, cursor } })).body);
    return seen('drafts', seeded, (place) => drafts.some(({ topic }) => topic?.topicId === place.topicId));
  },
  notifications: async (world, territory, someone, seeded) => {
    const items = await everything(async (cursor) => (await world.call(notification.listNotifications, { ...asOf(someone, territory), query: { limit: 100, cursor } })).body);
    return seen('notifications', seeded, (place) => items.some((item) => item.kind === 'post' && item.post.topicId === place.topicId));
  },
};

/** Feeds hold what guests see, whoever asks. */
export const feeds: Ask = async (world, territory, _someone, places) => {
  const { body } = await world.call(forum.getTerritoryFeed, { territory });
  const alone = await Promise.all(places.map(async ({ categoryId }) => (await world.call(forum.getCategoryFeed, { territory, params: { categoryId } })).status === 200));
  // The territory's feed ends at thirty topics, so it can only show too much here.
  return [...seen('feed of a category', places, (place) => alone[places.indexOf(place)]!), ...seen('feed', places.filter(({ topicId }) => body.includes(topicId)), () => true)];
};

type Door = { readonly action: Action; readonly route: RouteContract; readonly options: (place: Place) => object };
const door = (action: Action, route: RouteContract, options: (place: Place) => object): Door => ({ action, route, options });
const say = (markdown: string) => ({ body: { markdown } });

/** Ways in to one place. They leave it as it is, but for a further post or topic. */
export const doors: readonly Door[] = [
  door('read', forum.getTopic, ({ topicId }) => ({ params: { topicId } })),
  door('read', forum.listPosts, ({ topicId }) => ({ params: { topicId } })),
  door('read', forum.getPost, ({ postId }) => ({ params: { postId } })),
  door('read', forum.listRevisions, ({ postId }) => ({ params: { postId } })),
  door('read', forum.listTopics, ({ categoryId }) => ({ query: { categoryId } })),
  door('read', forum.listModerationLog, ({ categoryId }) => ({ query: { categoryId } })),
  door('read', forum.setReadState, ({ topicId }) => ({ params: { topicId }, body: { upTo: 1 } })),
  door('read', forum.savePostDraft, ({ categoryId }) => ({ params: { place: `topic:${categoryId}` }, body: { markdown: 'Begun', revision: 0 } })),
  door('read', forum.markCategoryRead, ({ categoryId }) => ({ params: { categoryId } })),
  door('read', forum.flagPost, ({ postId }) => ({ params: { postId }, body: { kind: 'other' } })),
  door('reply', forum.createPost, ({ topicId }) => ({ params: { topicId }, ...say('A reply') })),
  door('create', forum.createTopic, ({ categoryId }) => ({ body: { categoryId, title: 'A topic of theirs', markdown: 'Words' } })),
  door('vote', forum.setVote, ({ postId }) => ({ params: { postId }, body: { vote: null } })),
  door('moderate', forum.listCases, ({ categoryId }) => ({ query: { categoryId } })),
  door('moderate', forum.changeTopic, ({ topicId }) => ({ params: { topicId }, body: { change: 'open', reason: 'It is open' } })),
  door('moderate', forum.restorePost, ({ postId }) => ({ params: { postId }, body: { reason: 'It is shown' } })),
];
/** Doors that a guest does not get as far as. */
const forMembers = (route: RouteContract): boolean => route.access !== 'public';
/** Refusals of a gate; any other refusal comes from behind it (the topic is open already, the post is shown already). */
const refusals = new Set(['badge_required', 'not_signed_in']);

export async function tryDoor(world: GatesWorld, territory: string, someone: Someone, { action, route, options }: Door, place: Place): Promise<Finding | undefined> {
  if (!someone.member && forMembers(route)) return undefined;
  const answer = await world.call(route, { ...options(place), ...asOf(someone, territory) } as never);
  const code = answer.status < 300 ? undefined : answer.problem.code;
  if (answer.status >= 500 || (code !== undefined && !refusals.has(code) && answer.status !== 409)) throw new Error(`${route.id}: ${answer.status} ${JSON.stringify(answer.problem)}`);
  return { surface: route.id, action, place, allowed: code === undefined || !refusals.has(code) };
}

/** A draft in a place, and the wish to be told of everything there. Needs open doors. */
export async function seed(world: GatesWorld, territory: string, member: TestMember, place: Place): Promise<void> {
  const draft = await world.call(forum.savePostDraft, { as: member, territory, params: { place: `reply:${place.topicId}` }, body: { markdown: 'Begun', revision: 0 } });
  const watch = await world.call(notification.setCategoryWatch, { as: member, territory, params: { categoryId: place.categoryId }, body: { level: 'watching' } });
  if (draft.status !== 200 || watch.status !== 200) throw new Error(JSON.stringify([draft.problem, watch.problem]));
}
