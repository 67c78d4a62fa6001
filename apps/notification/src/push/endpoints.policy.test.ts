import { expect, it } from 'vitest';
import { isAllowedEndpoint, isPublicAddress } from './endpoints.policy.ts';

it.each([
  'https://fcm.googleapis.com/fcm/send/abc:def', 'https://updates.push.services.mozilla.com/wpush/v2/gAAA', 'https://web.push.apple.com/QGuQyavXutnMH', 'https://wns2-par02p.notify.windows.com/w/?token=B', 'https://93.de/x',
])('may send to %s', (endpoint) => expect(isAllowedEndpoint(endpoint, [])).toBe(true));

it.each([
  'http://fcm.googleapis.com/x', 'https://127.0.0.1/x', 'https://[::1]/x', 'https://localhost/x', 'https://pod.internal/x', 'https://db.local/', 'https://postgres/x', 'https://2130706433/x', 'https://0x7f.1/x', 'https://0177.0.0.1/',
  'https://10.0.0.1:443/', 'https://user:secret@push.org/x', 'https://push.org:5432/x', 'https://push.org/x#y', 'ftp://push.org/x', 'https://dk.localhost./x', 'gopher://x', 'nonsense', '', 'https://169.254.169.254/latest/meta-data', 'https://[::ffff:10.0.0.1]/',
])('never sends to %s', (endpoint) => expect(isAllowedEndpoint(endpoint, [])).toBe(false));

it('sends to what development trusts, and to nothing beside it', () => {
  const trusted = ['http://127.0.0.1:4000'];
  expect(isAllowedEndpoint('http://127.0.0.1:4000/push/1', trusted)).toBe(true);
  for (const other of ['http://127.0.0.1:4001/push/1', 'http://127.0.0.1/push', 'https://127.0.0.1:4000/', 'http://a@127.0.0.1:4000/']) expect(isAllowedEndpoint(other, trusted)).toBe(false);
});

it.each(['8.8.8.8', '142.250.74.10', '2a00:1450:400f:80d::200a', '::ffff:8.8.8.8'])('%s is out in the internet', (address) => expect(isPublicAddress(address)).toBe(true));
it.each([
  '127.0.0.1', '10.1.2.3', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1',
  '::ffff:10.0.0.1', '::ffff:7f00:1', '::127.0.0.1', '64:ff9b::a00:1', '2002:7f00:1::', '2001::1', '2001:db8::1', 'localhost', '',
])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
