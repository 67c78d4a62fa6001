import { z } from 'zod';
import { defineEvent } from '../kernel/events.ts';
import { exampleId } from '../kernel/examples.ts';
import { id } from '../kernel/shapes.ts';
import { notificationKind } from './models.ts';

const owned = { version: 1, scope: 'territory', owner: 'notification', personal: [] } as const;

export const notificationCreated = defineEvent({
  ...owned, orderBy: 'memberId', name: 'notification.created', about: 'A member has something new in the notification list: a new item, or one that grew.',
  payload: z.object({ notificationId: id, memberId: id, kind: notificationKind }),
  example: { notificationId: exampleId(20), memberId: exampleId(1), kind: 'post' },
});
/** One event for many members, because ten thousand watchers of a post are told within seconds. Each stands for one `notification.created`. */
export const notificationSpread = defineEvent({
  ...owned, orderBy: 'spreadId', name: 'notification.spread', about: 'Many members (1,000 at most) have something new in their lists: part of telling everyone who watches.',
  payload: z.object({ spreadId: id, memberIds: z.array(id).min(1).max(1000), kind: notificationKind }),
  example: { spreadId: exampleId(21), memberIds: [exampleId(1), exampleId(2)], kind: 'post' },
});
export const notificationsRead = defineEvent({
  ...owned, orderBy: 'memberId', name: 'notification.read', about: 'What a member has not read changed other than by something new: marked on one device, or taken away. The others follow.',
  payload: z.object({ memberId: id, unread: z.int() }), example: { memberId: exampleId(1), unread: 0 },
});
