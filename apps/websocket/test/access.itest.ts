import { forum } from '@unityplan/contracts';
import type { TestMember } from '@unityplan/testing';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StreamAccess } from '../src/access/stream-access.service.ts';
import { ask, badgeChange, decided, gated, held, host, numbers, patient, post, state } from './gated.ts';
import { startRig, type Rig } from './rig.ts';

let clock = Date.now;
let rig: Rig;
let freja: TestMember;
beforeAll(async () => {
  rig = await startRig({}, 1, {}, () => clock());
  freja = await rig.constellation.member('DK');
});
afterAll(() => rig?.stop());

describe('what stands behind a rule', () => {
  it('is refused to guests and to whoever lacks the badge, and open to who has it', async () => {
    const place = gated(rig);
    const [holder, other] = [await rig.constellation.member('DK'), await rig.constellation.member('DK')];
    rig.world.holdings.set(holder.memberId, [held()]);
    const [allowed, refused, guest] = await Promise.all([rig.connect({ as: holder }), rig.connect({ as: other }), rig.connect()]);
    for (const client of [allowed, refused, guest]) for (const stream of [place.topic, place.category]) ask(client, stream);
    for (const stream of [place.topic, place.category]) {
      await expect.poll(() => [allowed, refused, guest].map((client) => state(client, stream)), patient).toEqual(['subscribed', 'badge_required', 'badge_required']);
    }
    await post(rig, place);
    await allowed.reach(place.topic, 1);
    await allowed.reach(place.category, 1);
    expect([refused.entries(), guest.entries()]).toEqual([[], []]);
    for (const client of [allowed, refused, guest]) client.socket.close();
  });

  it('is open to members and not to guests when that is the rule; what the forum does not know is refused', async () => {
    const place = gated(rig, { rule: 'member' });
    const unknown = v7();
    rig.world.unknown.add(unknown);
    const [member, guest] = await Promise.all([rig.connect({ as: freja }), rig.connect()]);
    for (const client of [member, guest]) for (const stream of [place.topic, `topic:${unknown}`]) ask(client, stream);
    await expect.poll(() => [member, guest].map((client) => [state(client, place.topic), state(client, `topic:${unknown}`)]), patient).toEqual([['subscribed', 'stream_refused'], ['badge_required', 'stream_refused']]);
    for (const client of [member, guest]) client.socket.close();
  });

  it('opens with the badge on the open socket, with nothing missed, and closes with it', async () => {
    const place = gated(rig);
    const bo = await rig.constellation.member('DK');
    const client = await rig.connect({ as: bo });
    ask(client, place.topic);
    await expect.poll(() => state(client, place.topic), patient).toBe('badge_required');
    await badgeChange(rig, bo, [held()]);
    await expect.poll(() => state(client, place.topic), patient).toBe('subscribed');
    await post(rig, place, 2);
    await client.reach(place.topic, 1);

    await badgeChange(rig, bo, []);
    await expect.poll(() => state(client, place.topic), patient).toBe('badge_required');
    await post(rig, place, 3);
    await rig.drain();
    expect(numbers(client, place.topic)).toEqual([2]);

    // From where the client was: what it may read now includes what was written meanwhile.
    await badgeChange(rig, bo, [held()]);
    await client.reach(place.topic, 2);
    expect(numbers(client, place.topic)).toEqual([2, 3]);
    expect(client.messages.filter((message) => message.type === 'subscribed').at(-1)).toMatchObject({ recovered: true, cursor: { seq: 1 } });
    client.socket.close();
  });

  it('closes also when nobody was told, and when time alone ends the badge', async () => {
    const place = gated(rig);
    const [bo, ida] = [await rig.constellation.member('DK'), await rig.constellation.member('DK')];
    const now = Date.now();
    rig.world.holdings.set(bo.memberId, [held()]);
    rig.world.holdings.set(ida.memberId, [held(new Date(now + 3_600_000).toISOString())]);
    const [first, second] = await Promise.all([rig.connect({ as: bo }), rig.connect({ as: ida })]);
    for (const client of [first, second]) await client.subscribe(place.topic);
    rig.world.holdings.set(bo.memberId, []);
    await expect.poll(() => state(first, place.topic), patient).toBe('badge_required');
    clock = () => now + 3_600_000;
    await expect.poll(() => state(second, place.topic), patient).toBe('badge_required');
    clock = Date.now;
    await expect.poll(() => state(second, place.topic), patient).toBe('subscribed');
    for (const client of [first, second]) client.socket.close();
  });

  it('begins and ends when the category’s rule changes, and when a topic is moved', async () => {
    const place = gated(rig, { rule: 'everyone' });
    const closed = gated(rig);
    const guest = await rig.connect();
    await guest.subscribe(place.topic);
    rig.world.categories.set(place.categoryId, host);
    await rig.publish(forum.categoryChanged, [{ categoryId: place.categoryId }]);
    await expect.poll(() => state(guest, place.topic), patient).toBe('badge_required');
    await post(rig, place);
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
    const place = gated(rig, { rule: 'everyone' });
    const guest = await rig.connect();
    await guest.subscribe(place.category);
    rig.world.categories.set(place.categoryId, host);
    await expect.poll(() => state(guest, place.category), { timeout: 20_000 }).toBe('badge_required');
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
    const [known, fresh] = [gated(rig), gated(rig, { rule: 'everyone' })];
    const bo = await rig.constellation.member('DK');
    rig.world.holdings.set(bo.memberId, [held()]);
    const client = await rig.connect({ as: bo });
    await client.subscribe(known.topic);
    for (const service of ['forum', 'badge'] as const) rig.world.away.add(service);
    ask(client, fresh.topic);
    await expect.poll(() => state(client, fresh.topic), patient).toBe('service_unavailable');
    await post(rig, known);
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
    const place = gated(rig);
    const bo = await rig.constellation.member('DK');
    const client = await rig.connect({ as: bo });
    for (const stream of [place.topic, place.category]) ask(client, stream);
    await expect.poll(() => state(client, place.category), patient).toBe('badge_required');
    client.send({ type: 'unsubscribe', stream: place.topic });
    await client.until(({ type }) => type === 'unsubscribed');
    await badgeChange(rig, bo, [held()]);
    await expect.poll(() => state(client, place.category), patient).toBe('subscribed');
    expect(state(client, place.topic)).toBe('badge_required');
    client.socket.close();
    const access = rig.service.app.get(StreamAccess) as unknown as { byStream: Map<string, unknown>; byMember: Map<string, unknown> };
    await expect.poll(() => [access.byStream.has(`DK ${place.category}`), access.byMember.has(`DK ${bo.memberId}`)], patient).toEqual([false, false]);
  });

  it('asks the forum once for many who come at the same time, and the badge service once a round', async () => {
    const place = gated(rig);
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
