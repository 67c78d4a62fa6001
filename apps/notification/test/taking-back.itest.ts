import { forum, notification } from '@unityplan/contracts';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startNotificationWorld, type NotificationWorld, type Person } from './notification-world.ts';
import { commons } from './stand-ins.ts';

let world: NotificationWorld;
let freja: Person;
let bo: Person;
let topicId: string;
let posts: string[];
beforeAll(async () => void (world = await startNotificationWorld()));
afterAll(() => world?.stop());
/** One item with the posts 5 and 8. */
beforeEach(async () => {
  [freja, bo, topicId] = [await world.person('Freja'), await world.person('Bo'), v7()];
  posts = [];
  for (const number of [5, 8]) posts.push((await world.reply(bo, { to: freja, topicId, number })).postId);
});

const read = async (upToNumber: number) => (await world.call(notification.markNotifications, { as: freja, body: { mark: 'read', which: { topicId, upToNumber } } })).body;
const undo = (markId: string) => world.call(notification.undoMark, { as: freja, params: { markId } });
const news = (contract: typeof forum.postDeleted | typeof forum.postHidden, nth: number) => world.tell(contract, { postId: posts[nth]!, topicId, categoryId: commons, authorId: bo.memberId });
const restored = (nth: number) => world.tell(forum.postRestored, { postId: posts[nth]!, topicId, categoryId: commons, authorId: bo.memberId, byAppeal: true });
/** How many unread items are counted, and the posts that unread items show. */
async function unread(): Promise<[number, number[]]> {
  const { items } = (await world.call(notification.listNotifications, { as: freja, query: { state: 'unread' } })).body;
  return [(await world.call(notification.countUnread, { as: freja })).body.unread, items.map((item) => (item.kind === 'post' ? item.post.number : 0))];
}
const announced = async () => (await world.published('notification.read')).filter(({ memberId }) => memberId === freja.memberId).at(-1)!['unread'];

it.each([['deleted', forum.postDeleted], ['hidden', forum.postHidden]])('counts no item whose only unread post was %s', async (_what, contract) => {
  await read(5);
  expect(await unread()).toEqual([1, [8]]);
  await news(contract, 1);
  expect([await unread(), await announced()]).toEqual([[0, []], 0]);
  // What follows is an item of its own.
  await world.reply(bo, { to: freja, topicId, number: 9 });
  expect(await unread()).toEqual([1, [9]]);
});

it('brings back what was hidden unread, and nothing else', async () => {
  await read(5);
  await news(forum.postHidden, 1);
  await news(forum.postHidden, 0);
  await restored(0);
  expect(await unread()).toEqual([0, []]);
  await restored(1);
  expect([await unread(), await announced()]).toEqual([[1, [8]], 1]);
});

it('takes back the mark that read what is left, and no mark that read what is gone', async () => {
  const first = await read(5);
  await news(forum.postHidden, 1);
  await undo(first.markId!);
  expect(await unread()).toEqual([1, [5]]);
  await read(5);
  await restored(1);
  const second = await read(8);
  await news(forum.postDeleted, 1);
  await undo(second.markId!);
  expect(await unread()).toEqual([0, []]);
});
