import { expect, it } from 'vitest';
import { clientAddresses, limitKey } from './client-address.ts';

const addressOf = clientAddresses(['10.0.0.0/8', '127.0.0.1', 'fd00::/8']);

it.each([
  ['no header', '198.51.100.7', undefined, '198.51.100.7'],
  ['a header from a stranger', '198.51.100.7', '1.2.3.4', '198.51.100.7'],
  ['one proxy', '10.0.0.1', '1.2.3.4', '1.2.3.4'],
  ['a forged entry on the left', '10.0.0.1', '9.9.9.9, 1.2.3.4', '1.2.3.4'],
  ['two proxies of ours', '10.0.0.1', '1.2.3.4, 10.0.0.2', '1.2.3.4'],
  ['rubbish on the way', '10.0.0.1', 'x, 10.0.0.2', '10.0.0.2'],
  ['IPv4 in IPv6', '::ffff:10.0.0.1', '::ffff:1.2.3.4', '1.2.3.4'],
  ['an IPv6 proxy', 'fd00::1', '2001:db8::5', '2001:db8::5'],
])('%s', (_, peer, header, expected) => {
  expect(addressOf(peer, header).address).toBe(expected);
});

it('knows the operator at this machine from someone behind a proxy on it', () => {
  const plain = clientAddresses([]);
  expect(plain('127.0.0.1', undefined).local).toBe(true);
  expect(plain('::1', undefined).local).toBe(true);
  expect(plain('127.0.0.1', '1.2.3.4').local).toBe(false);
  expect(plain('198.51.100.7', '127.0.0.1').local).toBe(false);
  expect(addressOf('127.0.0.1', '1.2.3.4').local).toBe(false);
});

it('refuses what is no range', () => {
  expect(() => clientAddresses(['everyone'])).toThrow(/everyone/);
});

it('counts an IPv6 customer by the /64', () => {
  expect(limitKey('2001:db8:0:7::1')).toBe(limitKey('2001:0db8:0000:0007:ffff:ffff:ffff:ffff'));
  expect(limitKey('2001:db8:0:7::1')).not.toBe(limitKey('2001:db8:0:8::1'));
  expect(limitKey('1.2.3.4')).toBe('1.2.3.4');
});
