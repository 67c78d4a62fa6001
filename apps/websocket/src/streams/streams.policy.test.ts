import { badge, course, exampleId, forum, notification, websocket } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { badgeChanged, isGuarded, learned, mayFollow, notificationsRead, notified, postChanged, postEdited, spread, topicChanged, topicOpened } from './streams.policy.ts';

it('every entry names valid streams and carries nothing but what the contract allows', () => {
  const drafts = [
    topicOpened(forum.topicCreated.example), postChanged('post.created', forum.postCreated.example), postChanged('post.deleted', forum.postDeleted.example),
    postEdited(forum.postEdited.example), notified(notification.notificationCreated.example), notificationsRead(notification.notificationsRead.example),
    postChanged('post.hidden', forum.postHidden.example), postChanged('post.restored', forum.postRestored.example), ...topicChanged({ ...forum.topicChanged.example, fromCategoryId: exampleId(9) }),
    spread(notification.notificationSpread.example), badgeChanged('badge.awarded', badge.badgeAwarded.example), badgeChanged('badge.expiring', badge.badgeExpiring.example),
    learned('course.enrolled', course.courseEnrolled.example), learned('quiz.submitted', course.quizSubmitted.example),
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

it('a topic that not everyone may read is no news of the territory', () => {
  expect(topicOpened({ ...forum.topicCreated.example, gated: true }).streams).not.toContain('territory');
  expect(topicOpened(forum.topicCreated.example).streams).toContain('territory');
});

it('a topic that moved is told of in both places, and where it came from nothing of where it is', () => {
  const { topicId, categoryId } = forum.topicChanged.example;
  const [here, left, ...more] = topicChanged({ topicId, categoryId, fromCategoryId: exampleId(9) });
  expect([here!.streams, left, more]).toEqual([[`topic:${topicId}`, `category:${categoryId}`], { streams: [`category:${exampleId(9)}`], name: 'topic.changed', data: { topicId, categoryId: exampleId(9) } }, []]);
  expect(topicChanged({ topicId, categoryId, fromCategoryId: categoryId })).toHaveLength(1);
});

it('rules stand before topics and categories alone', () => {
  expect(['territory', `member:${exampleId(1)}`, `topic:${exampleId(1)}`, `category:${exampleId(1)}`].map(isGuarded)).toEqual([false, false, true, true]);
});
