import type { NotificationItem, WhichNotifications } from '@unityplan/sdk';
import { expect, it } from 'vitest';
import { isAbout, type ShownPush } from './shown-pushes.ts';

const kinds = new Map<string, NotificationItem['kind']>([['reply', 'post'], ['award', 'badge'], ['hidden', 'moderation']]);
const reply: ShownPush = { notificationId: 'reply', topicId: 'baths', url: '/topics/baths/havnebade#post-7' };
const award: ShownPush = { notificationId: 'award', url: '/badges/swimmer' };
const hidden: ShownPush = { ...reply, notificationId: 'hidden' };
const unknown: ShownPush = { ...reply, notificationId: 'new' };
const secret: ShownPush = { url: '/notifications' };
const topic = (upToNumber: number): WhichNotifications => ({ topicId: 'baths', upToNumber });

it.each<[string, ShownPush, WhichNotifications, boolean]>([
  ['one of those named', reply, { notificationIds: ['award', 'reply'] }, true],
  ['none of those named', award, { notificationIds: ['reply'] }, false],
  ['all', secret, { all: true }, true],
  ['all of its kind', award, { all: true, kind: 'badge' }, true],
  ['all of another kind', reply, { all: true, kind: 'badge' }, false],
  ['a kind, and nobody knows of what kind it is', secret, { all: true, kind: 'badge' }, false],
  ['posts up to its own', reply, topic(7), true],
  ['posts up to an earlier one', reply, topic(6), false],
  ['posts of another topic', reply, { topicId: 'parks', upToNumber: 9 }, false],
  ['a post, and it is of a kind not known here', unknown, topic(7), true],
  ['a post about which a moderator decided', hidden, topic(7), false],
])('knows a message that is about %s', (_name, shown, which, is) => expect(isAbout(shown, which, (id) => kinds.get(id))).toBe(is));
