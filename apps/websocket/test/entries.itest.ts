import { badge, course, forum, notification, type EventContract, type websocket } from '@unityplan/contracts';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decided, gated } from './gated.ts';
import { startRig, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => void (rig = await startRig()));
afterAll(() => rig?.stop());

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
    const members = [await rig.constellation.member('DK'), await rig.constellation.member('DK')] as const;
    const clients = await Promise.all(members.map((as) => rig.connect({ as })));
    for (const [n, client] of clients.entries()) await client.subscribe(`member:${members[n]!.memberId}`);
    await rig.publish(notification.notificationSpread, [{ spreadId: v7(), memberIds: [...members, members[0]].map(({ memberId }) => memberId), kind: 'post' }]);
    for (const [n, client] of clients.entries()) {
      const entry = await client.until<websocket.StreamEntry>((message) => message.type === 'entry' && message.name === 'notification.created');
      expect([entry.stream, entry.data]).toEqual([`member:${members[n]!.memberId}`, {}]);
    }
    for (const client of clients) client.socket.close();
  });
});

it('what moderators do shows in the topic and its category, and in the one it left', async () => {
  const place = gated(rig, { rule: 'everyone' });
  const from = gated(rig, { rule: 'everyone' });
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
