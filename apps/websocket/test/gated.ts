import { badge, forum, type EventContract, type Gate, type PayloadOf, type websocket } from '@unityplan/contracts';
import type { TestMember } from '@unityplan/testing';
import { v7 } from 'uuid';
import type { Client, Rig } from './rig.ts';

export const host: Gate = { rule: 'badge', badge: 'community-host' };
export const patient = { timeout: 5_000, interval: 5 };
/** What every decision of a moderator carries. */
export const decided = { decisionId: v7(), moderatorId: v7(), digest: 'a'.repeat(64) };

export function held(expiresAt: string | null = null): badge.Holding {
  return { badge: 'community-host', level: 1, territory: 'DK', awardedAt: '2026-01-01T00:00:00.000Z', expiresAt };
}

/** A category behind a rule, and a topic in it. */
export function gated(rig: Rig, read: Gate = host) {
  const [categoryId, topicId] = [v7(), v7()];
  rig.world.categories.set(categoryId, read);
  rig.world.topics.set(topicId, categoryId);
  return { categoryId, topicId, topic: `topic:${topicId}`, category: `category:${categoryId}` };
}

export function post(rig: Rig, { topicId, categoryId }: { topicId: string; categoryId: string }, number = 2): Promise<void> {
  return rig.publish(forum.postCreated, [{ ...forum.postCreated.example, topicId, categoryId, postId: v7(), number }]);
}

/** Changes what a member holds, and tells. */
export async function badgeChange(rig: Rig, member: TestMember, holdings: badge.Holding[], event: EventContract = holdings.length ? badge.badgeAwarded : badge.badgeRevoked): Promise<void> {
  rig.world.holdings.set(member.memberId, holdings);
  await rig.publish(event, [{ ...(event.example as PayloadOf<typeof badge.badgeAwarded>), memberId: member.memberId }]);
}

/** What the client was told last about a stream: followed, or why not. */
export function state(client: Client, stream: string): string | undefined {
  const said = client.messages.findLast((message) => (message.type === 'subscribed' || message.type === 'refused') && message.stream === stream);
  return said?.type === 'refused' ? said.code : said?.type;
}

/** Asks for a stream without waiting for the answer. */
export function ask(client: Client, stream: string, cursor?: websocket.Cursor): void {
  client.send({ type: 'subscribe', stream, ...(cursor ? { cursor } : {}) });
}

/** The numbers of the posts that a client heard of. */
export function numbers(client: Client, stream: string): (number | undefined)[] {
  return client.entries(stream).map(({ data }) => data.number);
}
