import { BlockList, isIP } from 'node:net';
import QuickLRU from 'quick-lru';

/** Whose address counts: the caller's own, or, behind a proxy we trust, the one the proxy reports. */
export interface ClientAddress {
  readonly address: string;
  /** The caller sits on this machine and no proxy stands in between. */
  readonly local: boolean;
  /** The peer is a proxy we trust. */
  readonly proxied: boolean;
}

const loopback = listOf(['127.0.0.0/8', '::1/128']);

/**
 * Reads X-Forwarded-For from the right and stops at the first address that is no trusted proxy: whatever stands to the left of
 * it was written by the caller. From an untrusted peer the header counts for nothing.
 */
export function clientAddresses(trustedProxies: readonly string[]): (peer: string | undefined, forwardedFor: string | undefined) => ClientAddress {
  const trusted = listOf(trustedProxies);
  const known = new QuickLRU<string, ClientAddress>({ maxSize: 5_000 });
  return (peer, forwardedFor) => {
    if (forwardedFor !== undefined && forwardedFor.length > 500) return read(peer, forwardedFor);
    const key = forwardedFor === undefined ? (peer ?? '') : `${peer} ${forwardedFor}`;
    let found = known.get(key);
    if (!found) known.set(key, (found = read(peer, forwardedFor)));
    return found;
  };

  function read(peer: string | undefined, forwardedFor: string | undefined): ClientAddress {
    let address = plain(peer ?? '');
    const behindProxy = includes(trusted, address);
    if (behindProxy)
      for (const hop of (forwardedFor ?? '').split(',').reverse()) {
        const next = plain(hop.trim());
        if (!isIP(next)) break;
        address = next;
        if (!includes(trusted, next)) break;
      }
    return { address: isIP(address) ? address : '0.0.0.0', local: includes(loopback, address) && (behindProxy || forwardedFor === undefined), proxied: behindProxy };
  }
}

/** What a limit counts by: an IPv4 address, or the /64 that one IPv6 customer has to themselves. */
export function limitKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '').toLowerCase()).join(':');
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = '', bits] = range.split('/');
    const family = isIP(net) === 6 ? 'ipv6' : 'ipv4';
    if (!isIP(net)) throw new Error(`${range} is no address range`);
    if (bits === undefined) list.addAddress(net, family);
    else list.addSubnet(net, Number(bits), family);
  }
  return list;
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
const includes = (list: BlockList, address: string): boolean => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
