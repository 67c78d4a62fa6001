import type { NotificationItem } from '@unityplan/sdk';
import { describe, expect, it } from 'vitest';
import { marked, standsIn, unreadAfter } from './api/marked.ts';
import { howNamed, placeOf } from './notification-place.ts';

const item = (change: object) => ({ notificationId: 'n', kind: 'post', post: { topicId: 't', topicSlug: 's', number: 12 }, seenAt: null, readAt: null, doneAt: null, savedAt: null, ...change }) as unknown as NotificationItem;

it('leads to what it is about', () => {
  expect(placeOf(item({}))).toBe('/topics/t/s#post-12');
  expect(placeOf(item({ kind: 'badge', badge: { badge: 'community-host' } }))).toBe('/badges/community-host');
  expect(placeOf(item({ kind: 'queue', flags: 1, appeals: 1 }))).toBe('/moderation');
  expect(placeOf(item({ kind: 'queue', flags: 0, appeals: 1 }))).toBe('/moderation?kind=appeal');
});

it.each([
  [['Ida'], 1, 'one', 0], [['Ida', 'Bo'], 2, 'two', 0], [['Ida', 'Bo', 'Eva'], 3, 'three', 1], [['Ida', 'Bo', 'Eva'], 14, 'others', 12],
  // Someone who was erased has no name any more; nobody is counted twice for it.
  [['Ida'], 3, 'one', 1], [[], 1, 'one', 0],
])('names %j of %d', (names, count, key, others) => expect(howNamed(names, count)).toMatchObject({ key, count: others }));

describe('marks', () => {
  const at = '2026-11-21T10:00:00.000Z';
  it('do what the server does', () => {
    expect(marked(item({}), 'done', at)).toMatchObject({ readAt: at, doneAt: at, savedAt: null });
    expect(marked(item({ readAt: at, doneAt: at }), 'undone', at)).toMatchObject({ readAt: at, doneAt: null });
    expect(marked(item({ readAt: at }), 'unread', at)).toMatchObject({ readAt: null });
    expect(marked(item({ readAt: 'earlier' }), 'read', at)).toMatchObject({ readAt: 'earlier' });
    expect(marked(marked(item({}), 'saved', at), 'unsaved', at)).toMatchObject({ savedAt: null });
  });

  it('move items between lists, and a read one stays where it was read', () => {
    expect(standsIn(marked(item({}), 'read', at), 'unread')).toBe(true);
    expect(standsIn(marked(item({}), 'done', at), 'inbox')).toBe(false);
    expect(standsIn(marked(item({}), 'done', at), 'done')).toBe(true);
    expect(standsIn(item({}), 'saved')).toBe(false);
  });

  it('change the count by what they change and no more', () => {
    const before = [item({}), item({ readAt: at })];
    expect(unreadAfter(5, before, before.map((each) => marked(each, 'read', at)))).toBe(4);
    expect(unreadAfter(4, before, before.map((each) => marked(each, 'unread', at)))).toBe(5);
    expect(unreadAfter(0, [item({})], [marked(item({}), 'read', at)])).toBe(0);
  });
});
