import { afterEach, expect, it, vi } from 'vitest';
import { deviceName, endPush } from './push-subscription.ts';
import { sdk } from './sdk.ts';

vi.mock('./sdk.ts', () => ({ sdk: { unsubscribePush: vi.fn() } }));
afterEach(() => vi.unstubAllGlobals());

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0', 'Edge · Windows'],
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36', 'Chrome · Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari · iPhone'],
  ['curl/8.5', ''],
])('names a device by what its browser says', (userAgent, name) => expect(deviceName(userAgent)).toBe(name));

it.each([['server', new Error('away'), undefined], ['push service', undefined, new Error('away')]])('ends messages on signing out also when the %s does not answer', async (_name, server, browser) => {
  const answer = (fault: Error | undefined) => () => (fault ? Promise.reject(fault) : Promise.resolve(undefined));
  const unsubscribe = vi.fn(answer(browser));
  vi.mocked(sdk.unsubscribePush).mockReset().mockImplementation(answer(server));
  const pushManager = { getSubscription: () => Promise.resolve({ endpoint: 'https://push.example.org/1', unsubscribe }) };
  vi.stubGlobal('window', { PushManager: {}, Notification: {} });
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration: () => Promise.resolve({ pushManager }) } });
  await endPush();
  expect(unsubscribe).toHaveBeenCalledOnce();
  expect(sdk.unsubscribePush).toHaveBeenCalledWith({ body: { endpoint: 'https://push.example.org/1' } });
});
