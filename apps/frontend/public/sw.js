// Shows push messages and opens what they are about. Nothing is cached here: the pages come from the server as ever.
// The payload is libs/contracts' `pushPayload`; it arrives encrypted for this browser alone (RFC 8291).

const list = '/notifications';
const plain = {
  en: { title: 'News for you', body: 'Open your notifications to see what it is.' },
  da: { title: 'Nyt til dig', body: 'Åbn dine notifikationer for at se, hvad det er.' },
};

/** What to show for a payload; for one that is not understood, only that there is something. */
function shownFor(payload, origin, language) {
  const words = plain[String(language).slice(0, 2)] ?? plain.en;
  const known = payload?.version === 1 && payload.type === 'show' && typeof payload.title === 'string' && payload.title !== '';
  if (!known) return { title: words.title, options: { body: words.body, tag: 'news', icon: '/favicon.svg', data: { url: list } } };
  return {
    title: payload.title,
    options: {
      body: payload.body, tag: payload.tag || 'news', renotify: Boolean(payload.tag), lang: payload.language, dir: 'auto', icon: '/favicon.svg', badge: '/favicon.svg',
      data: { url: ownPath(payload.url, origin), notificationId: payload.notificationId ?? undefined, topicId: /\/topics\/([0-9a-f-]{36})/.exec(payload.url)?.[1] },
    },
  };
}

/** A path of this very site; anything else leads to the list. */
function ownPath(url, origin) {
  try {
    const address = new URL(url, origin);
    return address.origin === origin ? address.pathname + address.search + address.hash : list;
  } catch {
    return list;
  }
}

async function show(event) {
  let payload;
  try {
    payload = event.data?.json();
  } catch {
    payload = undefined;
  }
  const { title, options } = shownFor(payload, self.location.origin, self.navigator.language);
  await self.registration.showNotification(title, options);
  const unread = payload?.unread;
  if (Number.isInteger(unread) && self.navigator.setAppBadge) await (unread > 0 ? self.navigator.setAppBadge(unread) : self.navigator.clearAppBadge()).catch(() => undefined);
}

/** Brings an open window of this site to the page, or opens one. A window that does not answer at once is led there by its address. */
async function open(url) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const best = windows.find((each) => each.focused) ?? windows.find((each) => each.visibilityState === 'visible') ?? windows[0];
  if (!best) return self.clients.openWindow(url);
  await best.focus().catch(() => undefined);
  if (await asked(best, url)) return undefined;
  return best.navigate(url).catch(() => self.clients.openWindow(url));
}

function asked(window, url) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => resolve(false), 400);
    port1.onmessage = () => { clearTimeout(timer); resolve(true); };
    window.postMessage({ type: 'open', url }, [port2]);
  });
}

/** The browser changed the address of this subscription: the server learns the new one, or nothing would arrive any more. */
async function renew(event) {
  const options = event.oldSubscription?.options;
  const fresh = event.newSubscription ?? (options && (await self.registration.pushManager.subscribe(options)));
  if (!fresh) return;
  const { endpoint, keys } = fresh.toJSON();
  const tell = () => post('/api/v1/push/subscriptions', { endpoint, keys });
  let answer = await tell();
  // No page has renewed the session for a while, mostly: it is done here as a page would.
  if (answer.status === 401 && (await post('/api/v1/auth/sessions/refresh', {})).ok) answer = await tell();
  if (!answer.ok) throw new Error(`the server did not take the new address of the subscription: ${answer.status}`);
}

function post(path, body) {
  return fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', 'x-unityplan-request': '1' }, body: JSON.stringify(body) });
}

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('push', (event) => event.waitUntil(show(event)));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.url ?? list));
});
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));
