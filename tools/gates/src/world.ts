import { badge, forum, type Gate } from '@unityplan/contracts';
import { startBadge } from '@unityplan/badge/app';
import { eventConfig, startEvent } from '@unityplan/event/app';
import { startForum } from '@unityplan/forum/app';
import { RpcClient } from '@unityplan/messaging';
import { notificationConfig, startNotification } from '@unityplan/notification/app';
import { configured, startConstellation, type Constellation, type TestMember } from '@unityplan/testing';
import { startUser } from '@unityplan/user/app';
import { startWebsocket, websocketConfig } from '@unityplan/websocket/app';
import type { Gates, Held } from './reference.ts';

/** Somebody with badges; a guest has no member and no list. */
export interface Someone {
  readonly member: TestMember | undefined;
  readonly held: readonly Held[] | undefined;
}
/** A category with a topic in it, and the gates it has now. */
export interface Place {
  readonly categoryId: string;
  readonly slug: string;
  readonly topicId: string;
  readonly postId: string;
  gates: Gates;
  revision: number;
}
export interface GatesWorld extends Constellation {
  readonly rpc: RpcClient;
  now: number;
  /** A manager of each territory. */
  readonly insiders: ReadonlyMap<string, TestMember>;
  /** Another manager, with a token that has just begun. */
  renewInsider(territory: string): Promise<void>;
  /** A member who was given these badges by the operator of the pod. */
  someone(territory: string, held: readonly Held[]): Promise<Someone>;
  /** A category with open doors and a topic in it, on which a moderator has decided something. */
  place(territory: string, slug: string): Promise<Place>;
  setGates(territory: string, place: Place, gates: Gates): Promise<void>;
}

const member: Gate = { rule: 'member' };
export const openGates: Gates = { read: { rule: 'everyone' }, reply: member, create: member, vote: member, moderate: { rule: 'badge', badge: 'territory-manager' } };
const texts = { name: { en: 'A place', da: 'Et sted' }, about: { en: 'For the proof.', da: 'Til beviset.' } };

/** Everything that stands behind a door of the forum, as it runs in a pod. */
export async function startGatesWorld(): Promise<GatesWorld> {
  // Tokens go by the machine's clock and end in minutes, so this one starts there and moves by seconds.
  let now = Date.now();
  const mail = { smtpUrl: 'smtp://127.0.0.1:9', mailFrom: 'UnityPlan <no-reply@unityplan.localhost>', pushContact: 'mailto:nobody@unityplan.localhost' };
  const pod = await startConstellation({
    clock: () => now,
    services: [
      configured(startEvent, eventConfig), startUser, startBadge, startForum,
      configured(startNotification, notificationConfig, mail), configured(startWebsocket, websocketConfig, { messageBurst: 100_000, maxSubscriptions: 1_000 }),
    ],
  });
  const rpc = new RpcClient({ link: pod.resources.nats, pod: 'dk' });
  const insiders = new Map<string, TestMember>();
  const expect = <T extends { status: number; problem: unknown }>(answer: T): T => {
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.problem)}`);
    return answer;
  };
  const award = (territory: string, memberId: string, one: Held): Promise<unknown> =>
    rpc.call(badge.awardBadge, territory, { memberId, badge: one.badge, level: one.level, territory: one.territory, reason: 'For the proof', expiresAt: one.expiresAt === null ? null : new Date(one.expiresAt).toISOString(), key: `${one.badge}-${one.level}-${one.territory}` });
  const renewInsider = async (territory: string): Promise<void> => {
    const made = await pod.member(territory);
    await award(territory, made.memberId, { badge: 'territory-manager', level: 1, territory, expiresAt: null });
    insiders.set(territory, made);
  };
  for (const territory of ['DK', 'NO']) await renewInsider(territory);
  const world: GatesWorld = {
    ...pod, rpc, insiders, renewInsider,
    get now() {
      return now;
    },
    set now(instant: number) {
      now = instant;
    },
    someone: async (territory, held) => {
      const made = await pod.member(territory);
      for (const one of held) await award(territory, made.memberId, one);
      return { member: made, held };
    },
    place: async (territory, slug) => {
      const as = insiders.get(territory)!;
      const { categoryId, revision } = expect(await pod.call(forum.createCategory, { as, body: { slug, ...texts, gates: openGates } })).body;
      const { topic, post } = expect(await pod.call(forum.createTopic, { as, body: { categoryId, title: 'A topic behind a door', markdown: 'Words behind a door' } })).body;
      expect(await pod.call(forum.changeTopic, { as, params: { topicId: topic.topicId }, body: { change: 'pin', until: null } }));
      return { categoryId, slug, revision, topicId: topic.topicId, postId: post.postId, gates: openGates };
    },
    setGates: async (territory, place, gates) => {
      const as = insiders.get(territory)!;
      const { body } = expect(await pod.call(forum.changeCategory, { as, params: { categoryId: place.categoryId }, body: { slug: place.slug, ...texts, gates, revision: place.revision } }));
      place.revision = body.revision;
      place.gates = gates;
    },
  };
  return world;
}
