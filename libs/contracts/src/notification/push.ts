import { z } from 'zod';
import { id, uiLanguage } from '../kernel/shapes.ts';

/**
 * The decrypted body of a push message, JSON, for the service worker. `show` gives everything to show: `title` and `body` in the
 * member's language, `url` to open (a path of the territory's host), `tag` so that a repeated or newer message replaces the older
 * one, `unread` for the badge of the app. In private mode `title` and `body` say only that there is news, `url` is the list, and
 * `notificationId` is null. Other versions and types are to be ignored by showing nothing but the list's address.
 */
export const pushPayload = z.object({
  version: z.literal(1), type: z.literal('show'), title: z.string().max(120), body: z.string().max(240), url: z.string().startsWith('/').max(300), tag: z.string().max(60),
  notificationId: id.nullable(), unread: z.int().min(0), language: uiLanguage, private: z.boolean(),
});
export type PushPayload = z.infer<typeof pushPayload>;

const base64url = (bytes: number): z.ZodType<string, string> =>
  z.string().max(200).regex(/^[\w-]+={0,2}$/, 'Send base64url').refine((text) => Math.floor((text.replaceAll('=', '').length * 3) / 4) === bytes, `Must be ${bytes} bytes`);

/** What a browser's `PushSubscription.toJSON()` gives. */
export const pushSubscriptionInput = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(1000),
  keys: z.object({ p256dh: base64url(65), auth: base64url(16) }),
  device: z.string().trim().max(60).regex(/^[^\u0000-\u001f\u007f]*$/, 'Remove the control characters').default('').describe('How the member tells their devices apart, such as “Firefox on Linux”'),
});
