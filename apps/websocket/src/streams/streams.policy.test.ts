import { exampleId, forum, notification, websocket } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { mayFollow, notificationsRead, notified, postChanged, postEdited, topicOpened } from './streams.policy.ts';

it('every entry names valid streams and carries nothing but what the contract allows', () => {
  const drafts = [
    topicOpened(forum.topicCreated.example), postChanged('post.created', forum.postCreated.example), postChanged('post.deleted', forum.postDeleted.example),
    postEdited(forum.postEdited.example), notified(notification.notificationCreated.example), notificationsRead(notification.notificationsRead.example),
  ];
  for (const { streams, name, data } of drafts) {
    expect(websocket.entryName.parse(name)).toBe(name);
    expect(websocket.entryData.strict().parse(data)).toEqual(data);
    for (const stream of streams) expect(websocket.streamName.parse(stream)).toBe(stream);
  }
});

it('a member’s stream is that member’s alone', () => {
  const [me, other] = [exampleId(1), exampleId(2)];
  expect(mayFollow(`member:${me}`, me)).toBe(true);
  expect(mayFollow(`member:${me}`, other)).toBe(false);
  expect(mayFollow(`member:${me}`, null)).toBe(false);
  expect(mayFollow('territory', null)).toBe(true);
  expect(mayFollow(`topic:${other}`, null)).toBe(true);
});
