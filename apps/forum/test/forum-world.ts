import { forum } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { Permissions } from '@unityplan/service-kit';
import { standInPeople, startConstellation, type Constellation, type StandInPeople, type TestMember } from '@unityplan/testing';
import { startForum } from '../src/app.ts';
import { holdings, startBadgeStandIn } from './badge-stand-in.ts';

/** A forum on real servers, with members and texts at hand. */
export interface ForumWorld extends Constellation {
  /** The user service, as far as the forum meets it. */
  readonly people: StandInPeople;
  /** A signed-in member with a profile. */
  person(handle: string, territory?: string): Promise<TestMember>;
  /** A signed-in member with a profile and badges, awarded in the member's territory. */
  holder(handle: string, ...badges: string[]): Promise<TestMember>;
  /** Gives a badge, or takes all away, as the forum hears of it. */
  setBadges(member: TestMember, ...badges: string[]): void;
  /** A topic in the first category; answers its id and that of its first post. */
  topic(as: TestMember, overrides?: { title?: string; markdown?: string; categoryId?: string }): Promise<{ topicId: string; postId: string }>;
  reply(as: TestMember, topicId: string, markdown?: string): Promise<{ postId: string; number: number }>;
  readonly rpc: RpcClient;
  /** Every event of a kind so far, oldest first. */
  published(event: string): Promise<Record<string, unknown>[]>;
}

export const firstCategory = '01900000-0000-7000-9000-000000000001';
/** Everyone may read it; to write there takes the badge `community-host`. */
export const hosts = '01900000-0000-7000-9000-000000000005';
export const unknown = '01900000-0000-7000-9000-00000000ffff';

export async function startForumWorld(options: { clock?: () => number; withUsers?: boolean; config?: Record<string, unknown> } = {}): Promise<ForumWorld> {
  const people = standInPeople();
  const world = await startConstellation({
    services: options.withUsers === false ? [startForum, startBadgeStandIn] : [startForum, startBadgeStandIn, people.start],
    ...(options.config ? { config: options.config } : {}),
    ...(options.clock ? { clock: options.clock } : {}),
  });
  const { call } = world;
  // Issuer keys are remembered for seconds: make both territories' before the first call.
  for (const territory of ['DK', 'NO']) await world.member(territory);
  const person = async (handle: string, territory = 'DK'): Promise<TestMember> => {
    const member = await world.member(territory);
    people.name(member, handle);
    return member;
  };
  const setBadges = (member: TestMember, ...badges: string[]): void => {
    holdings.set(member.memberId, badges.map((badge) => ({ badge, level: 1, territory: member.territory, awardedAt: '2026-01-01T00:00:00.000Z', expiresAt: null })));
    world.service('forum').app.get(Permissions).forget(member.territory, member.memberId);
  };
  return {
    ...world,
    people,
    rpc: new RpcClient({ link: world.resources.nats, pod: 'dk' }),
    person,
    setBadges,
    holder: async (handle, ...badges) => {
      const member = await person(handle);
      setBadges(member, ...badges);
      return member;
    },
    topic: async (as, overrides = {}) => {
      const answer = await call(forum.createTopic, { as, body: { categoryId: firstCategory, title: 'Havnebadet i vinter', markdown: 'Skal det holde åbent?', ...overrides } });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.problem));
      return { topicId: answer.body.topic.topicId, postId: answer.body.post.postId };
    },
    reply: async (as, topicId, markdown = 'Ja, gerne.') => {
      const answer = await call(forum.createPost, { as, params: { topicId }, body: { markdown } });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.problem));
      return answer.body;
    },
    published: async (event) =>
      (await world.ground.query<{ payload: Record<string, unknown> }>('select payload from messaging.outbox where event = $1 order by id', [event])).map(({ payload }) => payload),
  };
}
