import { sdk } from './sdk.ts';

/** Whether this browser can show push messages at all; `install`: only once the page is on the home screen (iOS). */
export function pushSupport(): 'supported' | 'install' | 'unsupported' {
  if ('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window) return 'supported';
  return /iPhone|iPad/.test(navigator.userAgent) && !('PushManager' in window) ? 'install' : 'unsupported';
}

/** The worker that shows push messages; it is registered only when someone wants them. */
export async function pushWorker(register: boolean): Promise<ServiceWorkerRegistration | undefined> {
  if (pushSupport() !== 'supported') return undefined;
  if (!register) return navigator.serviceWorker.getRegistration('/');
  await navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' });
  return navigator.serviceWorker.ready;
}

/** This browser's subscription, if it has one. */
export async function ownPushSubscription(): Promise<PushSubscription | undefined> {
  const worker = await pushWorker(false);
  return (await worker?.pushManager.getSubscription()) ?? undefined;
}

/** Before signing out: nobody who sits down at this browser next reads the member's messages. Never keeps anyone from leaving. */
export async function endPush(): Promise<void> {
  const end = async (): Promise<void> => {
    const subscription = await ownPushSubscription();
    if (!subscription) return;
    const { endpoint } = subscription;
    // Each by itself: the browser falls silent also when the server does not answer, and the other way round.
    await Promise.allSettled([subscription.unsubscribe(), sdk.unsubscribePush({ body: { endpoint } })]);
  };
  const patience = new Promise<void>((go) => setTimeout(go, 2000));
  // An address that nobody listens at any more answers 410, and the server forgets it then.
  await Promise.race([end().catch(() => undefined), patience]);
}

/** `Firefox on Linux`: how a member tells their devices apart. Empty when the browser does not say. */
export function deviceName(userAgent: string): string {
  const browser = [['Edg/', 'Edge'], ['OPR/', 'Opera'], ['SamsungBrowser', 'Samsung Internet'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']].find(([mark]) => userAgent.includes(mark!))?.[1];
  const system = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS X', 'macOS'], ['CrOS', 'ChromeOS'], ['Linux', 'Linux']].find(([mark]) => userAgent.includes(mark!))?.[1];
  return [browser, system].filter(Boolean).join(' · ');
}
