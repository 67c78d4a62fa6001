import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sdk } from '../../../shared/lib/sdk.ts';
import { deviceName, ownPushSubscription, pushSupport, pushWorker } from '../../../shared/lib/push-subscription.ts';
import { store, stored } from '../../../shared/lib/storage.ts';
import { notificationKeys } from './keys.ts';

/** Whether this browser gets push messages for this member. */
type PushState = 'unsupported' | 'install' | 'denied' | 'off' | 'on';

const place = (memberId: string) => `unityplan.push.${memberId}`;
// One for all members, for a browser has one subscription: it is the last one's who began it.
const addressPlace = 'unityplan.push.address';

/** Whether the browser has changed the address since the server was told: the worker may have told it, under another id, or not have reached it. */
function hasMoved(memberId: string, { endpoint }: PushSubscription): boolean {
  const [owner, told] = stored(addressPlace)?.split(' ') ?? [];
  return owner === memberId && told !== endpoint;
}

/** The server sends to this subscription from now on, and to no earlier address of this browser. */
async function tellServer(memberId: string, subscription: PushSubscription): Promise<void> {
  const { endpoint, keys } = subscription.toJSON();
  const earlier = stored(place(memberId));
  const { subscriptionId } = await sdk.subscribePush({ body: { endpoint: endpoint!, keys: { p256dh: keys!['p256dh']!, auth: keys!['auth']! }, device: deviceName(navigator.userAgent) } });
  store(place(memberId), subscriptionId);
  store(addressPlace, `${memberId} ${endpoint}`);
  if (earlier && earlier !== subscriptionId) await sdk.removePushDevice({ params: { subscriptionId: earlier } }).catch(() => undefined);
}

/** Devices that get push messages, and how it stands with this one. */
const pushQuery = (memberId: string) =>
  queryOptions({
    queryKey: [...notificationKeys.pushDevices, memberId],
    queryFn: async ({ signal }) => {
      const support = pushSupport();
      const subscription = support === 'supported' && Notification.permission === 'granted' ? await ownPushSubscription() : undefined;
      if (subscription && hasMoved(memberId, subscription)) await tellServer(memberId, subscription);
      const { items } = await sdk.listPushDevices({ signal });
      const here = items.find((device) => device.subscriptionId === stored(place(memberId)));
      // Both ends must know of it: the browser may have dropped its subscription, and the server a device that was gone.
      const on = subscription !== undefined && here !== undefined;
      const state: PushState = support !== 'supported' ? support : Notification.permission === 'denied' ? 'denied' : on ? 'on' : 'off';
      return { state, devices: items, hereId: on ? here.subscriptionId : undefined };
    },
    staleTime: 0,
  });

/** Asks the member's leave, subscribes this browser and tells the server. */
async function begin(memberId: string): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') return;
  const worker = await pushWorker(true);
  const { publicKey } = await sdk.getPushKey();
  const subscription = await worker!.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }).catch((cause: unknown) => {
    throw new PushRefused('the push service of the browser did not answer', { cause });
  });
  try {
    await tellServer(memberId, subscription);
  } catch (error) {
    await subscription.unsubscribe().catch(() => undefined);
    throw error;
  }
}

/** The browser's own push service did not answer: nothing that the territory could mend. */
export class PushRefused extends Error {}

/** Turns push messages on or off for this browser. */
export function useSwitchPush(memberId: string) {
  const client = useQueryClient();
  const { queryKey } = pushQuery(memberId);
  return useMutation({
    mutationFn: async (on: boolean) => {
      if (on) return begin(memberId);
      const subscriptionId = stored(place(memberId));
      await (await ownPushSubscription())?.unsubscribe();
      store(place(memberId), undefined);
      store(addressPlace, undefined);
      if (subscriptionId) await sdk.removePushDevice({ params: { subscriptionId } });
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

/** Ends push messages to another device. */
export function useRemoveDevice(memberId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (subscriptionId: string) => sdk.removePushDevice({ params: { subscriptionId } }),
    onSettled: () => client.invalidateQueries({ queryKey: pushQuery(memberId).queryKey }),
  });
}

/** The present state, and undefined while nobody knows. */
export function usePush(memberId: string) {
  return useQuery(pushQuery(memberId));
}
