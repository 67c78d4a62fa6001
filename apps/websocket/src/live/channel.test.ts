import { expect, it, vi } from 'vitest';
import { frameOf, type Frame, type StoredEntry } from '../frame.ts';
import { Channel, type Follower } from './channel.ts';

const time = new Date('2026-11-21T12:00:00Z');
const entry = (seq: number, epoch = 'e'): StoredEntry => ({ stream: 'territory', epoch, seq, name: 'topic.created', data: {}, time, committedAt: time.getTime() });

/** What PostgreSQL would answer, and a read that a test can hold back. */
function stored(last: number) {
  const state = { epoch: 'e', last, from: 1 };
  let gate: Promise<void> | undefined;
  let reads = 0;
  const read = async (after: number | null) => {
    reads++;
    const seen = { ...state }; // the statement's snapshot, taken before the answer arrives
    await gate;
    const frames: Frame[] = [];
    if (after !== null) for (let seq = Math.max(after + 1, seen.from); seq <= seen.last && frames.length < 200; seq++) frames.push(frameOf(entry(seq, seen.epoch)));
    return { epoch: seen.epoch, lastSeq: seen.last, frames };
  };
  return {
    state, read,
    reads: () => reads,
    hold: (): (() => void) => {
      let open!: () => void;
      gate = new Promise((resolve) => (open = resolve));
      return () => {
        gate = undefined;
        open();
      };
    },
  };
}

function follow(channel: Channel) {
  const got: (number | string)[] = [];
  const follower: Follower = { next: ({ seq }) => got.push(seq), restart: () => got.push('restart') };
  channel.followers.add(follower);
  return got;
}

it('passes commits on at once while they come in order', async () => {
  const store = stored(3);
  const channel = new Channel(store.read);
  await channel.ready;
  const got = follow(channel);
  for (const seq of [4, 5, 5, 3]) channel.offer(entry(seq));
  expect(got).toEqual([4, 5]);
  expect(store.reads()).toBe(1);
});

it('asks PostgreSQL when callbacks of two commits overtake each other', async () => {
  const store = stored(3);
  const channel = new Channel(store.read);
  await channel.ready;
  const got = follow(channel);
  store.state.last = 5;
  channel.offer(entry(5));
  channel.offer(entry(4));
  await channel.sync();
  expect(got).toEqual([4, 5]);
});

it('loses nothing that is committed while its end is being read', async () => {
  const store = stored(3);
  const release = store.hold();
  const channel = new Channel(store.read);
  store.state.last = 4;
  channel.offer(entry(4)); // told before we know where the stream ends
  const got = follow(channel);
  expect(got).toEqual([]);
  store.state.last = 4;
  release();
  await vi.waitFor(() => expect(got).toEqual([4]), { timeout: 20_000 });
  expect(channel.lastSeq).toBe(4);
});

it('looks once more when it is woken during a read', async () => {
  const store = stored(3);
  const channel = new Channel(store.read);
  await channel.ready;
  const got = follow(channel);
  const release = store.hold();
  store.state.last = 4;
  const first = channel.sync();
  store.state.last = 5; // after the snapshot of the running read
  const second = channel.sync();
  release();
  await Promise.all([first, second]);
  expect(got).toEqual([4, 5]);
});

it('takes in more than one page', async () => {
  const store = stored(0);
  const channel = new Channel(store.read);
  await channel.ready;
  const got = follow(channel);
  store.state.last = 450;
  await channel.sync();
  expect(got).toEqual(Array.from({ length: 450 }, (_, n) => n + 1));
});

it.each([
  ['the epoch changed', { epoch: 'f' }],
  ['history went back', { last: 2 }],
  ['entries are gone', { last: 9, from: 7 }],
])('starts over when %s', async (_, change) => {
  const store = stored(5);
  const channel = new Channel(store.read);
  await channel.ready;
  const got = follow(channel);
  Object.assign(store.state, change);
  await channel.sync();
  expect(got).toEqual(['restart']);
  expect(channel.lastSeq).toBe(store.state.last);
});

it('replays all or nothing', async () => {
  const store = stored(500);
  const channel = new Channel(store.read);
  await channel.ready;
  expect((await channel.after(130))?.map(({ seq }) => seq).slice(0, 2)).toEqual([131, 132]);
  store.state.from = 140;
  expect(await channel.after(130)).toBeUndefined();
  expect(await channel.after(138)).toBeUndefined();
  expect((await channel.after(139))?.[0]?.seq).toBe(140);
});
