import { z } from 'zod';
import { defineEvent } from '../kernel/events.ts';
import { exampleId } from '../kernel/examples.ts';
import { id } from '../kernel/shapes.ts';

const ofMember = { version: 1, scope: 'territory', owner: 'notification', orderBy: 'memberId', personal: [] } as const;

export const notificationCreated = defineEvent({
  ...ofMember, name: 'notification.created', about: 'A member has something new in the notification list.',
  payload: z.object({ notificationId: id, memberId: id, reasons: z.array(z.enum(['mention', 'reply'])) }),
  example: { notificationId: exampleId(20), memberId: exampleId(1), reasons: ['mention'] },
});
export const notificationsRead = defineEvent({
  ...ofMember, name: 'notification.read', about: 'A member read notifications on one device; the others follow.',
  payload: z.object({ memberId: id, unread: z.int() }), example: { memberId: exampleId(1), unread: 0 },
});
