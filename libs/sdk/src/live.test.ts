import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordingLive, until } from './testing-live-client.ts';
import { liveServer, topic } from './testing-live-server.ts';

let server: Awaited<ReturnType<typeof liveServer>>;
let client: ReturnType<typeof recordingLive>;
beforeEach(async () => {
  server = await liveServer();
  client = recordingLive(server.url);
});
afterEach(async () => {
  client.live.close();
  await server.close();
});
const following = async () => {
  const stop = client.follow(topic);
  await until(() => client.told.includes('subscribed'));
  return stop;
};

it('delivers what happens from now on, in order', async () => {
  server.add(topic);
  await following();
  server.add(topic);
  server.add(topic);
  await until(() => client.seen.length === 2);
  expect(client.seen).toEqual([2, 3]);
  expect(client.statuses).toEqual(['live']);
});

it('resumes after a drop with a new ticket, nothing lost and nothing twice', async () => {
  await following();
  server.add(topic);
  await until(() => client.seen.length === 1);
  server.drop();
  for (let i = 0; i < 3; i++) server.add(topic);
  await until(() => client.seen.length === 4);
  expect(client.seen).toEqual([1, 2, 3, 4]);
  expect(client.told).toEqual(['subscribed']);
  expect(server.tickets).toEqual(['ticket-1', 'ticket-2']);
  expect(server.requests.at(-1)?.cursor).toEqual({ epoch: 'e1', seq: 1 });
});

it('survives many drops in the middle of a busy stream', async () => {
  await following();
  for (let i = 1; i <= 300; i++) {
    server.add(topic, i % 7 === 0);
    if (i % 60 === 0) server.drop();
    if (i % 20 === 0) await new Promise((next) => setTimeout(next, 10));
  }
  server.add(topic);
  await until(() => client.seen.length === 301);
  expect(client.seen).toEqual(Array.from({ length: 301 }, (_, i) => i + 1));
});

it('drops duplicates', async () => {
  await following();
  const entry = server.add(topic);
  server.sendAll(entry);
  server.add(topic);
  server.sendAll(entry);
  server.add(topic);
  await until(() => client.seen.includes(3));
  expect(client.seen).toEqual([1, 2, 3]);
  expect(client.told).toEqual(['subscribed']);
  // And did not take them for a hole.
  expect(server.requests).toHaveLength(1);
});

it('asks again when an entry is missing, and delivers it in its place', async () => {
  await following();
  server.add(topic);
  server.add(topic, true);
  server.add(topic);
  await until(() => client.seen.length === 3);
  expect(client.seen).toEqual([1, 2, 3]);
  expect(client.told).toEqual(['subscribed']);
});

it('has the state loaded anew when the server cannot fill the gap', async () => {
  await following();
  server.add(topic);
  await until(() => client.seen.length === 1);
  server.faults.forgetful = true;
  server.drop();
  server.add(topic);
  await until(() => client.told.includes('reload'));
  server.add(topic);
  await until(() => client.seen.includes(3));
  expect(client.seen).toEqual([1, 3]);
});

it('has the state loaded anew when the history was rewritten', async () => {
  await following();
  server.add(topic);
  await until(() => client.seen.length === 1);
  server.faults.epoch = 'e2';
  server.add(topic);
  await until(() => client.told.includes('reload'));
  server.add(topic);
  await until(() => client.seen.includes(3));
  expect(client.seen).toEqual([1, 3]);
});

it('says why a stream may not be followed', async () => {
  client.follow('member:01900000-0000-7000-8000-000000000001');
  await until(() => client.told.includes('stream_refused'));
});

it('shares one socket, ends a stream with its last subscriber, and resumes it from where it was', async () => {
  const stop = await following();
  const stopOther = client.follow(topic);
  server.add(topic);
  await until(() => client.seen.length === 2);
  stop();
  stopOther();
  server.add(topic);
  client.follow(topic);
  await until(() => client.seen.length === 3);
  // Entry 2 came twice: once on its way before the server knew that nobody followed, once by resuming.
  server.add(topic);
  await until(() => client.seen.includes(3));
  expect(client.seen).toEqual([1, 1, 2, 3]);
  // The second subscriber came to a stream that was followed already, and was told that it hears of everything from then on.
  expect(client.told).toEqual(['subscribed', 'subscribed']);
  expect(server.sockets()).toHaveLength(1);
});

it('tells whoever joins a followed stream that they hear of everything from then on, also when the connection is just away', async () => {
  await following();
  const told: string[] = [];
  const join = (name: string) => client.live.subscribe(topic, { onEntry: ({ seq }) => told.push(`${name} ${seq}`), onReload: () => told.push(`${name} reload`), onSubscribed: () => told.push(`${name} subscribed`) });
  join('late');
  expect(told).toEqual([]);
  await until(() => told.length === 1);
  server.drop();
  await until(() => client.live.status() !== 'live');
  join('later');
  server.add(topic, true);
  await until(() => told.length >= 4);
  expect(told.toSorted()).toEqual(['late 1', 'late subscribed', 'later 1', 'later subscribed']);
  expect(client.told).toEqual(['subscribed']);
});
