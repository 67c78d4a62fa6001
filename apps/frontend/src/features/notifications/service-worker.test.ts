import { expect, it, vi } from 'vitest';

const [source = ''] = Object.values(import.meta.glob<string>('../../../public/sw.js', { query: '?raw', import: 'default', eager: true }));
type Listener = (event: Record<string, unknown>) => void;

/** Runs the worker as a browser would, with the parts of its world that it uses. */
function start(windows: { url: string; focused: boolean; answers: boolean }[] = [], fetch?: (path: string, init: { body: string }) => Promise<{ ok: boolean; status: number }>) {
  const listeners = new Map<string, Listener>();
  const did: string[] = [];
  const clients = windows.map(({ focused, answers }, index) => ({
    focused, visibilityState: 'visible',
    focus: () => { did.push(`focus ${index}`); return Promise.resolve(); },
    navigate: (url: string) => { did.push(`navigate ${index} ${url}`); return Promise.resolve(); },
    postMessage: ({ url }: { url: string }, [port]: [MessagePort]) => { did.push(`ask ${index} ${url}`); if (answers) port.postMessage('ok'); },
  }));
  const shown: { title: string; options: Record<string, unknown> }[] = [];
  const self = {
    location: { origin: 'https://dk.example.org' }, navigator: { language: 'da-DK' }, skipWaiting: () => Promise.resolve(),
    registration: { showNotification: (title: string, options: Record<string, unknown>) => { shown.push({ title, options }); return Promise.resolve(); } },
    clients: { claim: () => Promise.resolve(), matchAll: () => Promise.resolve(clients), openWindow: (url: string) => { did.push(`open ${url}`); return Promise.resolve(); } },
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
  };
  new Function('self', 'fetch', source)(self, fetch);
  const fire = async (name: string, event: object) => {
    const waits: Promise<unknown>[] = [];
    listeners.get(name)!({ ...event, waitUntil: (wait: Promise<unknown>) => waits.push(wait) });
    await Promise.all(waits);
  };
  return { fire, shown, did };
}

const payload = {
  version: 1, type: 'show', title: 'Mads svarede dig', body: 'Klokken syv.', url: '/topics/01900000-0000-7000-8000-000000000010/havnebade#post-2', tag: 'topic-10',
  notificationId: '01900000-0000-7000-8000-000000000020', unread: 3, language: 'da', private: false,
};
const pushed = (value: unknown) => ({ data: { json: () => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value) } });

it('shows what the message says, and replaces an older one about the same', async () => {
  const { fire, shown } = start();
  await fire('push', pushed(payload));
  expect(shown[0]).toMatchObject({ title: payload.title, options: { body: payload.body, tag: 'topic-10', lang: 'da', data: { url: payload.url, notificationId: payload.notificationId, topicId: '01900000-0000-7000-8000-000000000010' } } });
});

it.each([['another version', { ...payload, version: 2 }], ['no JSON', 'x{'], ['nothing', null]])('says only that there is news for %s', async (_name, value) => {
  const { fire, shown } = start();
  await fire('push', value === null ? { data: null } : pushed(value));
  expect(shown).toEqual([{ title: 'Nyt til dig', options: expect.objectContaining({ data: { url: '/notifications' } }) as unknown }]);
});

it('never leads away from this site', async () => {
  const { fire, shown } = start();
  for (const url of ['https://evil.org/x', '//evil.org', 'javascript:alert(1)']) await fire('push', pushed({ ...payload, url }));
  expect(shown.map(({ options }) => (options['data'] as { url: string }).url)).toEqual(['/notifications', '/notifications', '/notifications']);
});

it('opens a window, asks an open one, or leads one that does not answer', async () => {
  const click = (url: string) => ({ notification: { close: vi.fn(), data: { url } } });
  const none = start();
  await none.fire('notificationclick', click('/a'));
  expect(none.did).toEqual(['open /a']);
  const answering = start([{ url: '/', focused: false, answers: true }, { url: '/', focused: true, answers: true }]);
  await answering.fire('notificationclick', click('/a'));
  expect(answering.did).toEqual(['focus 1', 'ask 1 /a']);
  const silent = start([{ url: '/', focused: true, answers: false }]);
  await silent.fire('notificationclick', click('/a'));
  expect(silent.did).toEqual(['focus 0', 'ask 0 /a', 'navigate 0 /a']);
});

it('tells the server the new address of its subscription, renews a session that ran out for it, and does not hide that it failed', async () => {
  const newSubscription = { toJSON: () => ({ endpoint: 'https://push.example.org/2', keys: { p256dh: 'k', auth: 'a' } }) };
  const address = 'POST /push/subscriptions https://push.example.org/2';
  const server = (session: 'open' | 'ran out' | 'ended') => {
    const heard: string[] = [];
    const answer = (status: number) => Promise.resolve({ ok: status < 400, status });
    return { heard, fetch: (path: string, { body }: { body: string }) => {
      const { endpoint } = JSON.parse(body) as { endpoint?: string };
      heard.push(`POST ${path.replace('/api/v1', '')}${endpoint ? ` ${endpoint}` : ''}`);
      if (path.endsWith('/refresh') && session === 'ran out') session = 'open';
      return answer(session === 'open' ? 200 : 401);
    } };
  };
  const open = server('open');
  await start([], open.fetch).fire('pushsubscriptionchange', { newSubscription });
  expect(open.heard).toEqual([address]);
  const ranOut = server('ran out');
  await start([], ranOut.fetch).fire('pushsubscriptionchange', { newSubscription });
  expect(ranOut.heard).toEqual([address, 'POST /auth/sessions/refresh', address]);
  await expect(start([], server('ended').fetch).fire('pushsubscriptionchange', { newSubscription })).rejects.toThrow('401');
});
