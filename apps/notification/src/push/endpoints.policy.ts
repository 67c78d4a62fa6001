import { BlockList, isIP } from 'node:net';

/** Networks that no push service is in: this machine, private and shared ones, documentation, multicast, and addresses that wrap others. */
const refused = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const)
  refused.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20], ['5f00::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8],
] as const)
  refused.addSubnet(network, prefix, 'ipv6');

/** Whether an address is out in the internet. An IPv4 address in IPv6 clothes counts as what it is. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPublicAddress(mapped);
  const family = isIP(address);
  return family !== 0 && !/^::ffff:/i.test(address) && !refused.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Whether push messages may be sent to an address that a browser named, as far as the address itself says: https at a named host and
 * the usual port. Where the name leads is checked at each connection. `trusted` are origins of development and tests.
 */
export function isAllowedEndpoint(endpoint: string, trusted: readonly string[]): boolean {
  const url = URL.parse(endpoint);
  if (!url || url.username || url.password || url.hash) return false;
  if (trusted.includes(url.origin)) return true;
  const host = url.hostname.replace(/\.$/, '');
  const named = isIP(host.replace(/^\[|\]$/g, '')) === 0 && host.includes('.') && !/\.(localhost|local|internal|home|lan|test|invalid|example|onion|arpa)$/i.test(host);
  return url.protocol === 'https:' && url.port === '' && named;
}
