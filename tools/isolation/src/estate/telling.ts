import { auth, notification, territory as places } from '@unityplan/contracts';
import { canary } from '../canaries.ts';
import type { Pod } from '../pod.ts';
import type { Caller, Person } from './caller.ts';
import { newest } from './people.ts';

/** Notifications, push devices, an order for a community, and everything that stands in mails: links to unsubscribe, confirm and choose a new password. */
export async function tell(pod: Pod, { call }: Caller, people: { manager: Person; author: Person; reader: Person }) {
  const { manager, author, reader } = people;
  const { territory } = author;
  const { publicKey } = await call(notification.getPushKey, { as: author });
  const browsers = [pod.push.browser(publicKey), pod.push.browser(publicKey), pod.push.browser(publicKey)];
  const subscribe = (at: number) => call(notification.subscribePush, { as: author, body: { ...browsers[at]!.subscription, device: `Phone ${canary(territory, 'own')}` } });
  const [device, oldDevice] = [await subscribe(0), await subscribe(1)];
  const { items } = await call(notification.listNotifications, { as: author });
  const post = items.find((one) => one.kind === 'post')!;
  const { markId } = await call(notification.markNotifications, { as: author, body: { mark: 'read', which: { notificationIds: [post.notificationId] } } });
  const unsubscribe = pod.mails.inbox.find((mail) => mail.to === author.email && mail.unsubscribe !== undefined)?.unsubscribe;
  if (unsubscribe === undefined) throw new Error(`${territory}: no mail with a link to unsubscribe has come: ${pod.mails.inbox.map(({ to, text }) => `${to}: ${text.slice(0, 60)}`).join('; ')}`);

  const { orderId } = await call(places.requestTerritory, { as: manager, body: { territoryId: `${territory}-NORTH`, name: { en: `North ${canary(territory, 'own')}`, da: 'Nord' }, defaultLanguage: 'en' } });

  const waiting = { email: `${canary(territory, 'own')}@example.org`, password: `${canary(territory, 'own')} four words` };
  await call(auth.register, { body: { ...waiting, language: 'en' } });
  const { token: verifyToken } = await pod.rpc.call(auth.mailToken, territory, { memberId: await newest(pod, territory), purpose: 'verify_email' });
  const { token: resetToken } = await pod.rpc.call(auth.mailToken, territory, { memberId: reader.memberId, purpose: 'reset_password' });
  return {
    notificationId: post.notificationId, reason: post.reasons[0]!.reason, markId: markId!, subscriptionId: device.subscriptionId, oldSubscriptionId: oldDevice.subscriptionId,
    subscription: browsers[0]!.subscription, oldEndpoint: browsers[1]!.subscription.endpoint, nextSubscription: browsers[2]!.subscription, unsubscribe, waitingEmail: waiting.email, orderId, verifyToken, resetToken,
  };
}
