import { z } from 'zod';
import { commonErrors } from '../kernel/common-errors.ts';
import { defineRoute } from '../kernel/routes.ts';
import { id, instant } from '../kernel/shapes.ts';
import { notificationErrors } from './errors.ts';
import { pushSubscriptionInput } from './push.ts';

const owner = 'notification';
const subscription = z.object({ subscriptionId: id });

/** A device that gets push messages. Its address and keys never leave the service. */
export const pushDevice = z.object({ subscriptionId: id, device: z.string(), createdAt: instant, lastSentAt: instant.nullable() });

export const getPushKey = defineRoute({
  owner, id: 'getPushKey', method: 'GET', path: '/push/key', access: 'member', about: 'The public VAPID key (RFC 8292) of the territory: `applicationServerKey` for `pushManager.subscribe`, base64url.', answer: z.object({ publicKey: z.string() }),
});
export const subscribePush = defineRoute({
  owner, id: 'subscribePush', method: 'POST', path: '/push/subscriptions', access: 'member',
  about: 'Begins push messages to this browser. Twice is the same as once; a browser that someone else used before now belongs to the caller. The oldest of more than 20 devices is dropped.',
  body: pushSubscriptionInput, answer: pushDevice, status: 200, errors: [notificationErrors.push_endpoint_refused, notificationErrors.push_keys_invalid],
});
export const listPushDevices = defineRoute({
  owner, id: 'listPushDevices', method: 'GET', path: '/push/subscriptions', access: 'member', about: "The member's devices that get push messages, newest first (20 at most).", answer: z.object({ items: z.array(pushDevice) }),
});
export const removePushDevice = defineRoute({
  owner, id: 'removePushDevice', method: 'DELETE', path: '/push/subscriptions/{subscriptionId}', access: 'member', about: 'Ends push messages to a device. Twice is the same as once.', params: subscription,
});
export const unsubscribePush = defineRoute({
  owner, id: 'unsubscribePush', method: 'POST', path: '/push/unsubscriptions', access: 'member', about: 'Ends push messages to this very browser, when signing out of it. Twice is the same as once.',
  body: z.object({ endpoint: z.string().max(1000) }),
});
export const testPush = defineRoute({
  owner, id: 'testPush', method: 'POST', path: '/push/subscriptions/{subscriptionId}/tests', access: 'member', about: 'Sends a push message to a device, to see whether it arrives.', params: subscription, status: 204,
  errors: [commonErrors.not_found],
});
