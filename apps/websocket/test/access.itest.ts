import { badge, course, forum, notification, type EventContract, type Gate, type PayloadOf, type websocket } from '@unityplan/contracts';
import type { TestMember } from '@unityplan/testing';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StreamAccess } from '../src/access/stream-access.service.ts';
import { startRig, type Client, type Rig } from './rig.ts';

const host: Gate = { rule: 'badge', badge: 'community-host' };
const held = (expiresAt: string | null = null): badge.Holding => ({ badge: 'community-host', level: 1, territory: 'DK', awardedAt: '2026-01-01T00:00:00.000Z', expiresAt });
let clock = Date.now;
let rig: Rig;
let freja: TestMember;
beforeAll(async () => {
  rig = await startRig({}, 1, {}, () => clock());
  freja = await rig.constellation.member('DK');
});
afterAll(() => rig?.stop());

const patient = { timeout: 5_000, interval: 5 };
const decided = { decisionId: v7(), moderatorId: v7(), digest: 'a'.repeat(64) };

/** A category behind the badge, and a topic in it. */
function gated(read: Gate = host) {
  const [categoryId, topicId] = [v7(), v7()];
  rig.world.categories.set(categoryId, read);
  rig.world.topics.set(topicId, categoryId);
  return { categoryId, topicId, topic: `topic:${topicId}`, category: `category:${categoryId}` };
}
const post = ({ topicId, categoryId }: { topicId: string; categoryId: string }, number = 2) => rig.publish(forum.postCreated, [{ ...forum.postCreated.example, topicId, categoryId, postId: v7(), number }]);
async function badgeChange(member: TestMember, holdings: badge.Holding[], event: EventContract = holdings.length ? badge.badgeAwarded : badge.badgeRevoked): Promise<void> {
  rig.world.holdings.set(member.memberId, holdings);
  await rig.publish(event, [{ ...(event.example as PayloadOf<typeof badge.badgeAwarded>), memberId: member.memberId }]);
}
/** What the client was told last about a stream: followed, or why not. */
function state(client: Client, stream: string): string | undefined {
  const said = client.messages.findLast((message) => (message.type === 'subscribed' || message.type === 'refused') && message.stream === stream);
  return said?.type === 'refused' ? said.code : said?.type;
}
const ask = (client: Client, stream: string, cursor?: websocket.Cursor) => client.send({ type: 'subscribe', stream, ...(cursor ? { cursor } : {}) });
const numbers = (client: Client, stream: string) => client.entries(stream).map(({ data }) => data.number);

describe('what stands behind a rule', () => {
  it('is refused to guests and to whoever lacks the badge, and open to who has it', async () => {
    const place = gated();
    const [holder, other] = [await rig.constellation.member('DK'), await rig.constellation.member('DK')];
    rig.world.holdings.set(holder.memberId, [held()]);
    const [allowed, refused, guest] = await Promise.all([rig.connect({ as: holder }), rig.connect({ as: other }), rig.connect()]);
    for (const client of [allowed, refused, guest]) for (const stream of [place.topic, place.category]) ask(client, stream);
    for (const stream of [place.topic, place.category]) {
      await expect.poll(() => [allowed, refused, guest].map((client) => state(client, stream)), patient).toEqual(['subscribed', 'badge_required', 'badge_required']);
    }
    await post(place);
    await allowed.reach(place.topic, 1);
    await allowed.reach(place.category, 1);
    expect([refused.entries(), guest.entries()]).toEqual([[], []]);
    for (const client of [allowed, refused, guest]) client.socket.close();
  });

  it('is open to members and not to guests when that is the rule; what the forum does not know is refused', async () => {
    const place = gated({ rule: 'member' });
    const unknown = v7();
    rig.world.unknown.add(unknown);
    const [member, guest] = await Promise.all([rig.connect({ as: freja }), rig.connect()]);
    for (const client of [member, guest]) for (const stream of [place.topic, `topic:${unknown}`]) ask(client, stream);
    await expect.poll(() => [member, guest].map((client) => [state(client, place.topic), state(client, `topic:${unknown}`)]), patient).toEqual([['subscribed', 'stream_refused'], ['badge_required', 'stream_refused']]);
    for (const client of [member, guest]) client.socket.close();
  });

  it('opens with the badge on the open socket, with nothing missed, and closes with it within a second', async () => {
    const place = gated();
    const bo = await rig.constellation.member('DK');
    const client = await rig.connect({ as: bo });
    ask(client, place.topic);
    await expect.poll(() => state(client, place.topic), patient).toBe('badge_required');
    await badgeChange(bo, [held()]);
    await expect.poll(() => state(client, place.topic), patient).toBe('subscribed');
    await post(place, 2);
    await client.reach(place.topic, 1);

    await badgeChange(bo, []);
    const began = performance.now();
    await expect.poll(() => state(client, place.topic), patient).toBe('badge_required');
    expect(performance.now() - began).toBeLessThan(1_000);
    await post(place, 3);
    await rig.drain();
    expect(numbers(client, place.topic)).toEqual([2]);

    // From where the client was: what it may read now includes what was written meanwhile.
    await badgeChange(bo, [held()]);
    await client.reach(place.topic, 2);
    expect(numbers(client, place.topic)).toEqual([2, 3]);
    expect(client.messages.filter((message) => message.type === 'subscribed').at(-1)).toMatchObject({ recovered: true, cursor: { seq: 1 } });
    client.socket.close();
  });

  it('closes within a second also when nobody was told, and when time alone ends the badge', async () => {
    const place = gated();
    const [bo, ida] = [await rig.constellation.member('DK'), await rig.constellation.member('DK')];
    const now = Date.now();
    rig.world.holdings.set(bo.memberId, [held()]);
    rig.world.holdings.set(ida.memberId, [held(new Date(now + 3_600_000).toISOString())]);
    const [first, second] = await Promise.all([rig.connect({ as: bo }), rig.connect({ as: ida })]);
    for (const client of [first, second]) await client.subscribe(place.topic);
    rig.world.holdings.set(bo.memberId, []);
    let began = performance.now();
    await expect.poll(() => state(first, place.topic), patient).toBe('badge_required');
    expect(performance.now() - began).toBeLessThan(1_000);
    clock = () => now + 3_600_000;
    began = performance.now();
    await expect.poll(() => state(second, place.topic), patient).toBe('badge_required');
    expect(performance.now() - began).toBeLessThan(1_000);
    clock = Date.now;
    await expect.poll(() => state(second, place.topic), patient).toBe('subscribed');
    for (const client of [first, second]) client.socket.close();
  });

  it('begins and ends when the category’s rule changes, and when a topic is moved', async () => {
    const place = gated({ rule: 'everyone' });
    const closed = gated();
    const guest = await rig.connect();
    await guest.subscribe(place.topic);
    rig.world.categories.set(place.categoryId, host);
    await rig.publish(forum.categoryChanged, [{ categoryId: place.categoryId }]);
    await expect.poll(() => state(guest, place.topic), patient).toBe('badge_required');
    await post(place);
    await rig.drain();
    expect(guest.entries()).toEqual([]);
    rig.world.categories.set(place.categoryId, { rule: 'everyone' });
    await rig.publish(forum.categoryChanged, [{ categoryId: place.categoryId }]);
    await guest.reach(place.topic, 1);

    rig.world.topics.set(place.topicId, closed.categoryId);
    await rig.publish(forum.topicChanged, [{ ...decided, topicId: place.topicId, categoryId: closed.categoryId, fromCategoryId: place.categoryId, authorId: v7(), change: 'moved' }]);
    await expect.poll(() => state(guest, place.topic), patient).toBe('badge_required');
    guest.socket.close();
  });

  it('is found out within seconds when the forum’s broadcast was lost', async () => {
    const place = gated({ rule: 'everyone' });
    const guest = await rig.connect();
    await guest.subscribe(place.category);
    rig.world.categories.set(place.categoryId, host);
    await expect.poll(() => state(guest, place.category), { timeout: 8_000 }).toBe('badge_required');
    guest.socket.close();
  });

  it('never shows in the stream of the territory', async () => {
    const client = await rig.connect({ as: freja });
    await client.subscribe('territory');
    const open = { ...forum.topicCreated.example, topicId: v7() };
    await rig.publish(forum.topicCreated, [{ ...forum.topicCreated.example, topicId: v7(), gated: true }, open]);
    await client.until((message) => message.type === 'entry' && message.data.topicId === open.topicId);
    expect(client.entries('territory').map(({ data }) => data.topicId)).toEqual([open.topicId]);
    client.socket.close();
  });

  it('is not decided while nobody can tell, and then is by itself; what was known goes on', async () => {
    const [known, fresh] = [gated(), gated({ rule: 'everyone' })];
    const bo = await rig.constellation.member('DK');
    rig.world.holdings.set(bo.memberId, [held()]);
    const client = await rig.connect({ as: bo });
    await client.subscribe(known.topic);
    for (const service of ['forum', 'badge'] as const) rig.world.away.add(service);
    ask(client, fresh.topic);
    await expect.poll(() => state(client, fresh.topic), patient).toBe('service_unavailable');
    await post(known);
    await client.reach(known.topic, 1);
    const stranger = await rig.connect({ as: await rig.constellation.member('DK') });
    ask(stranger, known.topic);
    await expect.poll(() => state(stranger, known.topic), patient).toBe('service_unavailable');
    rig.world.away.clear();
    await expect.poll(() => [state(client, fresh.topic), state(stranger, known.topic)], patient).toEqual(['subscribed', 'badge_required']);
    expect(state(client, known.topic)).toBe('subscribed');
    for (const one of [client, stranger]) one.socket.close();
  });

  it('is not looked at any more for who has left', async () => {
    const place = gated();
    const bo = await rig.constellation.member('DK');
    const client = await rig.connect({ as: bo });
    for (const stream of [place.topic, place.category]) ask(client, stream);
    await expect.poll(() => state(client, place.category), patient).toBe('badge_required');
    client.send({ type: 'unsubscribe', stream: place.topic });
    await client.until(({ type }) => type === 'unsubscribed');
    await badgeChange(bo, [held()]);
    await expect.poll(() => state(client, place.category), patient).toBe('subscribed');
    expect(state(client, place.topic)).toBe('badge_required');
    client.socket.close();
    const access = rig.service.app.get(StreamAccess) as unknown as { byStream: Map<string, unknown>; byMember: Map<string, unknown> };
    await expect.poll(() => [access.byStream.has(`DK ${place.category}`), access.byMember.has(`DK ${bo.memberId}`)], patient).toEqual([false, false]);
  });

  it('asks the forum once for many who come at the same time, and the badge service once a round', async () => {
    const place = gated();
    const clients = await Promise.all(Array.from({ length: 12 }, async () => rig.connect({ as: await rig.constellation.member('DK') })));
    const before = { ...rig.world.asked };
    for (const client of clients) ask(client, place.topic);
    for (const client of clients) await expect.poll(() => state(client, place.topic), patient).toBe('badge_required');
    expect(rig.world.asked.places - before.places).toBe(1);
    const after = rig.world.asked.holdings;
    await expect.poll(() => rig.world.asked.holdings, patient).toBeGreaterThan(after);
    expect(rig.world.asked.holdings - after).toBeLessThanOrEqual(2);
    for (const client of clients) client.socket.close();
  });
});

it('random histories of rules, badges and posts: nothing leaks, nothing is missed', { timeout: 1_800_000 }, async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('badge' as const), who: fc.nat(2) }), fc.record({ do: fc.constant('rule' as const), where: fc.nat(1) }),
    fc.record({ do: fc.constant('post' as const), where: fc.nat(1) }), fc.record({ do: fc.constant('move' as const) }),
  );
  // Not shrunk: what takes a moment to happen can also take a moment not to.
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
    const places = [gated(), gated({ rule: 'everyone' })];
    const rules = [true, false];
    const members = await Promise.all([0, 1, 2].map(() => rig.constellation.member('DK')));
    const has = [true, false, false];
    rig.world.holdings.set(members[0]!.memberId, [held()]);
    const clients = await Promise.all([...members.map((as) => rig.connect({ as })), rig.connect()]);
    const written: number[][] = [[], []];
    const seen = clients.map(() => [[], []] as number[][]);
    const allowed = (client: number, place: number): boolean => !rules[place] || (has[client] ?? false);
    // From the beginning: what was written before a door opened is read through it, too.
    const [{ epoch } = { epoch: '' }] = await rig.constellation.ground.query<{ epoch: string }>('select epoch from territory_dk.stream_base');
    for (const client of clients) for (const { topic } of places) ask(client, topic, { epoch, seq: 0 });
    const settled = async (): Promise<void> => {
      for (const [c, client] of clients.entries())
        for (const [p, { topic }] of places.entries()) {
          await expect.poll(() => state(client, topic), patient).toBe(allowed(c, p) ? 'subscribed' : 'badge_required');
          if (!allowed(c, p)) continue;
          if (written[p]!.length > 0) await client.reach(topic, written[p]!.length);
          seen[c]![p] = [...written[p]!];
        }
    };
    await settled();
    for (const [n, one] of steps.entries()) {
      if (one.do === 'badge') {
        has[one.who] = !has[one.who];
        await badgeChange(members[one.who]!, has[one.who] ? [held()] : []);
      } else if (one.do === 'rule') {
        rules[one.where] = !rules[one.where];
        rig.world.categories.set(places[one.where]!.categoryId, rules[one.where] ? host : { rule: 'everyone' });
        await rig.publish(forum.categoryChanged, [{ categoryId: places[one.where]!.categoryId }]);
      } else if (one.do === 'post') {
        written[one.where]!.push(n + 2);
        await post(places[one.where]!, n + 2);
        await rig.drain();
      }
      await settled();
      for (const [c, client] of clients.entries()) for (const [p, { topic }] of places.entries()) expect(numbers(client, topic), `${c} in ${p} after ${JSON.stringify(steps.slice(0, n + 1))}`).toEqual(seen[c]![p]);
    }
    for (const client of clients) client.socket.close();
  }), { numRuns: process.env['PROOF'] === 'full' ? 300 : 12, endOnFailure: true });
});

describe('what a member is told on every device', () => {
  it.each<[string, EventContract, string[]]>([
    ['badge.awarded', badge.badgeAwarded, ['awardId', 'badge']],
    ['badge.revoked', badge.badgeRevoked, ['awardId', 'badge']],
    ['badge.expired', badge.badgeExpired, ['awardId', 'badge']],
    ['badge.expiring', badge.badgeExpiring, ['awardId', 'badge']],
    ['course.enrolled', course.courseEnrolled, ['courseId']],
    ['course.completed', course.courseCompleted, ['courseId']],
    ['quiz.submitted', course.quizSubmitted, ['courseId']],
  ])('%s', async (name, contract, fields) => {
    const member = await rig.constellation.member('DK');
    const client = await rig.connect({ as: member });
    await client.subscribe(`member:${member.memberId}`);
    await rig.publish(contract, [{ ...(contract.example as object), memberId: member.memberId } as never]);
    const entry = await client.reach(`member:${member.memberId}`, 1);
    expect([entry.name, Object.keys(entry.data).sort()]).toEqual([name, fields]);
    client.socket.close();
  });

  it('when many are told at once, each in their own stream', async () => {
    const members = [freja, await rig.constellation.member('DK')];
    const clients = await Promise.all(members.map((as) => rig.connect({ as })));
    for (const [n, client] of clients.entries()) await client.subscribe(`member:${members[n]!.memberId}`);
    await rig.publish(notification.notificationSpread, [{ spreadId: v7(), memberIds: [...members, freja].map(({ memberId }) => memberId), kind: 'post' }]);
    for (const [n, client] of clients.entries()) {
      const entry = await client.until<websocket.StreamEntry>((message) => message.type === 'entry' && message.name === 'notification.created');
      expect([entry.stream, entry.data]).toEqual([`member:${members[n]!.memberId}`, {}]);
    }
    for (const client of clients) client.socket.close();
  });
});

it('what moderators do shows in the topic and its category, and in the one it left', async () => {
  const place = gated({ rule: 'everyone' });
  const from = gated({ rule: 'everyone' });
  const client = await rig.connect();
  for (const stream of [place.topic, place.category, from.category]) await client.subscribe(stream);
  const ofPost = { ...decided, topicId: place.topicId, categoryId: place.categoryId, postId: v7(), authorId: v7(), number: 2 };
  await rig.publish(forum.postHidden, [ofPost]);
  await rig.publish(forum.postRestored, [{ ...ofPost, byAppeal: false }]);
  await rig.publish(forum.topicChanged, [{ ...decided, topicId: place.topicId, categoryId: place.categoryId, fromCategoryId: from.categoryId, authorId: v7(), change: 'moved' }]);
  for (const stream of [place.topic, place.category]) {
    await client.reach(stream, 3);
    expect(client.entries(stream).map(({ name }) => name)).toEqual(['post.hidden', 'post.restored', 'topic.changed']);
  }
  const [left] = [await client.reach(from.category, 1)];
  expect([left.name, left.data]).toEqual(['topic.changed', { topicId: place.topicId, categoryId: from.categoryId }]);
  client.socket.close();
});
