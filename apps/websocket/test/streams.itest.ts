import { auth, exampleId, forum, notification, websocket, type PayloadOf } from '@unityplan/contracts';
import { deliver, type TestMember } from '@unityplan/testing';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Client, startRig, type Rig } from './rig.ts';

let rig: Rig;
let freja: TestMember;
let bo: TestMember;
beforeAll(async () => {
  rig = await startRig({ sweepMs: 300, heartbeatMs: 300, helloMs: 400, maxSubscriptions: 3, messageBurst: 30, messagesPerSecond: 5 });
  freja = await rig.constellation.member('DK');
  bo = await rig.constellation.member('DK');
});
afterAll(() => rig?.stop());

const reply = (topicId: string, number: number): PayloadOf<typeof forum.postCreated> => ({ ...forum.postCreated.example, topicId, postId: v7(), number });
const replies = (topicId: string, count: number, from = 2) => Array.from({ length: count }, (_, n) => reply(topicId, from + n));
const opened = () => Client.open(rig.service.url, rig.constellation.config.podSecret);
const write = (topicId: string, count: number) => rig.publish(forum.postCreated, replies(topicId, count));

describe('following', () => {
  it('two clients get every entry once, in order, over the whole way from outbox to socket', async () => {
    const topicId = v7();
    const stream = `topic:${topicId}`;
    const [one, two] = await Promise.all([rig.connect({ as: freja }), rig.connect()]);
    const [first] = await Promise.all([one.subscribe(stream), two.subscribe(stream)]);
    expect(first).toMatchObject({ recovered: false, cursor: { seq: 0 } });
    await write(topicId, 50);
    await Promise.all([one.reach(stream, 50), two.reach(stream, 50)]);
    for (const client of [one, two]) {
      expect(client.entries(stream).map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
      expect(client.entries(stream).map(({ data }) => data.number)).toEqual(Array.from({ length: 50 }, (_, n) => n + 2));
    }
    one.socket.close();
    two.socket.close();
  });

  it('a topic is news in its category and in the territory, its posts in topic and category', async () => {
    const { topicId, categoryId } = { topicId: v7(), categoryId: v7() };
    const client = await rig.connect();
    for (const stream of ['territory', `category:${categoryId}`, `topic:${topicId}`]) await client.subscribe(stream);
    await rig.publish(forum.topicCreated, [{ ...forum.topicCreated.example, topicId, categoryId }]);
    await rig.publish(forum.postCreated, [{ ...reply(topicId, 2), categoryId }]);
    await rig.publish(forum.postEdited, [{ ...forum.postEdited.example, topicId, categoryId, revision: 2 }]);
    await rig.publish(forum.postDeleted, [{ ...forum.postDeleted.example, topicId, categoryId }]);
    await client.reach(`topic:${topicId}`, 4);
    const names = (stream: string) => client.entries(stream).map(({ name }) => name);
    expect(names(`topic:${topicId}`)).toEqual(['topic.created', 'post.created', 'post.edited', 'post.deleted']);
    expect(names(`category:${categoryId}`)).toEqual(['topic.created', 'post.created', 'post.deleted']);
    expect(names('territory')).toEqual(['topic.created']);
    client.socket.close();
  });

  it('an event that comes twice is one entry', async () => {
    const topicId = v7();
    const id = v7();
    const results = [];
    for (let n = 0; n < 2; n++) results.push(await deliver(rig.service.messaging, forum.postCreated, { topicId }, { id }));
    expect(results).toEqual(['handled', 'duplicate']);
    const client = await rig.connect();
    expect((await client.subscribe(`topic:${topicId}`)).cursor.seq).toBe(1);
    client.socket.close();
  });

  it('a member’s stream is refused to everyone else', async () => {
    const stream = `member:${freja.memberId}`;
    const [own, other, guest] = await Promise.all([rig.connect({ as: freja }), rig.connect({ as: bo }), rig.connect()]);
    await own.subscribe(stream);
    for (const client of [other, guest]) {
      client.send({ type: 'subscribe', stream });
      expect(await client.until((message) => message.type === 'refused')).toEqual({ type: 'refused', stream, code: 'stream_refused' });
    }
    await rig.publish(notification.notificationCreated, [{ notificationId: v7(), memberId: freja.memberId, kind: 'post' }]);
    await rig.publish(notification.notificationsRead, [{ memberId: freja.memberId, unread: 0 }]);
    await own.reach(stream, 2);
    expect(own.entries(stream).map(({ name, data }) => [name, Object.keys(data)])).toEqual([['notification.created', ['notificationId']], ['notification.read', ['unread']]]);
    expect(other.entries()).toEqual([]);
    for (const client of [own, other, guest]) client.socket.close();
  });

  it('of one territory hears nothing of another', async () => {
    const topicId = v7();
    const client = await rig.connect();
    await client.subscribe(`topic:${topicId}`);
    await deliver(rig.service.messaging, forum.postCreated, { topicId }, { territory: 'NO' });
    await deliver(rig.service.messaging, forum.postCreated, { topicId }, { territory: 'DK' });
    expect((await client.reach(`topic:${topicId}`, 1)).seq).toBe(1);
    expect(client.entries()).toHaveLength(1);
    client.socket.close();
  });
});

describe('coming back', () => {
  it('with a cursor gets everything after it, from memory and from PostgreSQL, and goes on live', async () => {
    const topicId = v7();
    const stream = `topic:${topicId}`;
    const first = await rig.connect();
    const { cursor } = await first.subscribe(stream);
    first.socket.close();
    await write(topicId, 450); // nobody follows: nothing is in memory
    await rig.drain();
    const second = await rig.connect();
    expect(await second.subscribe(stream, { ...cursor, seq: 7 })).toMatchObject({ recovered: true, cursor: { seq: 7 } });
    await second.reach(stream, 450);
    await write(topicId, 3);
    await second.reach(stream, 453);
    expect(second.entries().map(({ seq }) => seq)).toEqual(Array.from({ length: 446 }, (_, n) => n + 8));
    const third = await rig.connect(); // now the end is in memory
    await third.subscribe(stream, { ...cursor, seq: 449 });
    await third.reach(stream, 453);
    expect(third.entries().map(({ seq }) => seq)).toEqual([450, 451, 452, 453]);
    expect(await (await rig.connect()).subscribe(stream, { ...cursor, seq: 453 })).toMatchObject({ recovered: true, cursor: { seq: 453 } });
  });

  it('after history was rewritten, was cut or never was loads anew, with nothing of it sent', async () => {
    const topicId = v7();
    const stream = `topic:${topicId}`;
    const { query } = rig.constellation.ground;
    await write(topicId, 10);
    await rig.drain();
    const [{ epoch }] = await query<{ epoch: string }>('select epoch from territory_dk.streams where stream = $1', [stream]) as [{ epoch: string }];
    const ask = async (cursor: websocket.Cursor) => {
      const client = await rig.connect();
      const answer = await client.subscribe(stream, cursor);
      client.send({ type: 'ping', at: 1 });
      await client.until(({ type }) => type === 'pong');
      client.socket.close();
      return { recovered: answer.recovered, cursor: answer.cursor, sent: client.entries().length };
    };
    const anew = { recovered: false, cursor: { epoch, seq: 10 }, sent: 0 };
    expect(await ask({ epoch: 'other', seq: 3 })).toEqual(anew);
    expect(await ask({ epoch, seq: 11 })).toEqual(anew); // a future that is no more
    await query('delete from territory_dk.stream_entries where stream = $1 and seq <= 4', [stream]);
    expect(await ask({ epoch, seq: 3 })).toEqual(anew); // 4 is gone: no partial recovery
    expect(await ask({ epoch, seq: 4 })).toEqual({ recovered: true, cursor: { epoch, seq: 4 }, sent: 6 });
  });

  it('is told while following when the epoch changes', async () => {
    const topicId = v7();
    const stream = `topic:${topicId}`;
    await write(topicId, 2);
    await rig.drain();
    const client = await rig.connect();
    await client.subscribe(stream);
    await rig.constellation.ground.query(`update territory_dk.streams set epoch = 'restored' where stream = $1`, [stream]);
    const told = await client.until<{ type: 'subscribed'; cursor: websocket.Cursor } & websocket.ServerMessage>((message) => message.type === 'subscribed' && message.cursor.epoch === 'restored');
    expect(told).toMatchObject({ recovered: false, cursor: { seq: 2 } });
    await write(topicId, 1);
    expect(await client.reach(stream, 3)).toMatchObject({ epoch: 'restored', seq: 3 });
    client.socket.close();
  });
});

describe('the door', () => {
  it('takes a ticket once, and only at its territory', async () => {
    const ticket = await rig.ticket(freja);
    const greet = async (client: Client) => {
      client.send({ type: 'hello', protocol: 1, ticket });
      return (await client.until((message) => message.type !== 'pong')) as { code?: string; type: string };
    };
    const norway = await greet(await Client.open(rig.service.url, rig.constellation.config.podSecret, 'NO'));
    expect(norway).toMatchObject({ type: 'refused', code: 'ticket_invalid' });
    const second = await rig.ticket(freja);
    const [a, b] = [await opened(), await opened()];
    a.send({ type: 'hello', protocol: 1, ticket: second });
    b.send({ type: 'hello', protocol: 1, ticket: second });
    const outcomes = await Promise.all([a, b].map((client) => client.until(({ type }) => type === 'ready' || type === 'refused')));
    expect(outcomes.map(({ type }) => type).sort()).toEqual(['ready', 'refused']);
    expect(await greet(await opened())).toMatchObject({ type: 'refused', code: 'ticket_invalid' });
    a.socket.close();
    b.socket.close();
  });

  it('keeps tickets in the process while Redis is away', async () => {
    const { redis } = rig.constellation.resources;
    redis.disconnect();
    const client = await rig.connect({ as: bo });
    await client.subscribe(`member:${bo.memberId}`);
    const foreign = await opened();
    foreign.send({ type: 'hello', protocol: 1, ticket: 'made-by-another-process' });
    expect(await foreign.until(({ type }) => type === 'refused')).toMatchObject({ code: 'service_unavailable' });
    await redis.connect();
    client.socket.close();
  });

  it('refuses pages of other hosts and whoever came past the gateway', async () => {
    const secret = rig.constellation.config.podSecret;
    await expect(Client.open(rig.service.url, secret, 'DK', { origin: 'https://evil.example' })).rejects.toThrow('403');
    await expect(Client.open(rig.service.url, 'x'.repeat(32))).rejects.toThrow('403');
    (await Client.open(rig.service.url, secret, 'DK', { origin: 'http://dk.localhost' })).socket.close();
  });

  it('closes what says nothing, nonsense, or too much', async () => {
    const silent = await opened();
    expect(await silent.until(({ type }) => type === 'closing')).toMatchObject({ reason: 'protocol' });
    for (const said of ['nonsense', '[]', '{"type":"shout"}', { type: 'subscribe', stream: 'territory' }, JSON.stringify({ type: 'hello', protocol: 7, ticket: 't' })]) {
      const client = await opened();
      client.send(said);
      expect(await client.until(({ type }) => type === 'refused'), JSON.stringify(said)).toMatchObject({ code: expect.stringMatching(/input_invalid|ticket_invalid/) });
      await client.end();
    }
    const huge = await opened();
    huge.send('x'.repeat(5_000));
    expect(await huge.end()).toBe(1009);
    const chatty = await rig.connect();
    for (let n = 0; n < 40; n++) chatty.send({ type: 'ping' });
    expect(await chatty.until(({ type }) => type === 'refused')).toMatchObject({ code: 'too_many_requests' });
    expect(await chatty.end()).toBe(1002);
  });

  it('refuses a wrong stream or one too many, and stays open', async () => {
    const client = await rig.connect();
    client.send({ type: 'subscribe', stream: 'topic:*' });
    expect(await client.until(({ type }) => type === 'refused')).toMatchObject({ stream: 'topic:*', code: 'input_invalid' });
    for (let n = 1; n <= 3; n++) await client.subscribe(`topic:${exampleId(n)}`);
    client.send({ type: 'subscribe', stream: `topic:${exampleId(4)}` });
    expect(await client.until((message) => message.type === 'refused' && message.stream === `topic:${exampleId(4)}`)).toMatchObject({ code: 'too_many_requests' });
    client.send({ type: 'unsubscribe', stream: `topic:${exampleId(1)}` });
    await client.until(({ type }) => type === 'unsubscribed');
    await client.subscribe(`topic:${exampleId(4)}`);
    await deliver(rig.service.messaging, forum.postCreated, { topicId: exampleId(1) });
    await deliver(rig.service.messaging, forum.postCreated, { topicId: exampleId(4) });
    await client.reach(`topic:${exampleId(4)}`, 1);
    expect(client.entries(`topic:${exampleId(1)}`)).toEqual([]);
    client.socket.close();
  });

  it('ends the connections of a session that has ended, and no others', async () => {
    const [mine, others, unused] = [await rig.connect({ as: freja }), await rig.connect({ as: bo }), await rig.ticket(freja)];
    await rig.publish(auth.sessionEnded, [{ memberId: freja.memberId, sessionId: freja.sessionId, reason: 'revoked' }]);
    expect(await mine.until(({ type }) => type === 'closing')).toMatchObject({ reason: 'session_ended' });
    expect(await mine.end()).toBe(4401);
    const late = await Client.open(rig.service.url, rig.constellation.config.podSecret);
    late.send({ type: 'hello', protocol: 1, ticket: unused });
    expect(await late.end()).toBe(4401);
    expect(late.messages.some(({ type }) => type === 'ready')).toBe(false);
    others.send({ type: 'ping' });
    await others.until(({ type }) => type === 'pong');
    others.socket.close();
  });

  it('finds a half-open connection', async () => {
    const client = await rig.connect();
    (client.socket as unknown as { _socket: { pause(): void } })._socket.pause(); // answers no ping any more
    const gauge = async () => (await rig.service.app.inject({ url: '/metrics' })).body.match(/^live_connections\S* (\d+)/m)?.[1];
    const before = Number(await gauge());
    await vi.waitFor(async () => expect(Number(await gauge())).toBeLessThan(before), { timeout: 20_000, interval: 50 });
    client.socket.terminate();
  });
});
