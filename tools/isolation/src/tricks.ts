import { filesHostOf, hostOf } from './estate/caller.ts';
import type { Mix } from './mixes.ts';
import type { Wire } from './wire.ts';

type Play = (wire: Wire, about: { readonly mix: Mix; readonly port: number }) => Wire;
const withHeaders = (wire: Wire, headers: Record<string, string>): Wire => ({ ...wire, headers: { ...wire.headers, ...headers } });
const withHost = (wire: Wire, host: string): Wire => withHeaders(wire, { host });
const inJson = (wire: Wire, more: object): Wire => {
  if (wire.body === undefined || wire.headers['content-type'] !== 'application/json') return wire;
  return { ...wire, body: Buffer.from(JSON.stringify({ ...(JSON.parse(wire.body.toString()) as object), ...more })) };
};

/** Ways of naming another territory than the host does. None of them may count for anything. */
export const tricks = {
  none: (wire) => wire,
  /** Asks for the page after one of the other territory's. */
  cursor: (wire) => wire,
  headers: (wire, { mix, port }) => {
    const other = hostOf(mix.ids, port);
    return withHeaders(wire, {
      'x-territory-id': mix.ids, 'x-territory': mix.ids, 'up-territory': mix.ids, 'x-tenant-id': mix.ids, 'x-forwarded-host': other, 'x-host': other, 'x-original-host': other,
      forwarded: `for=127.0.0.1;host=${other}`, 'x-forwarded-for': '127.0.0.1', 'x-original-url': wire.target, 'x-rewrite-url': wire.target, 'x-up-context': `${mix.ids}|127.0.0.1|1|${Date.now()}|x`,
    });
  },
  'absolute form': (wire, { mix, port }) => ({ ...wire, target: `http://${hostOf(mix.ids, port)}${wire.target}` }),
  'network path': (wire, { mix, port }) => ({ ...wire, target: `//${hostOf(mix.ids, port)}${wire.target}` }),
  'upper case': (wire) => withHost(wire, wire.headers['host']!.toUpperCase()),
  'final dot': (wire) => withHost(wire, wire.headers['host']!.replace(':', '.:')),
  'other port': (wire) => withHost(wire, wire.headers['host']!.replace(/:\d+$/, ':443')),
  'no port': (wire) => withHost(wire, wire.headers['host']!.replace(/:\d+$/, '')),
  'two hosts': (wire, { mix, port }) => withHost(wire, `${wire.headers['host']!}, ${hostOf(mix.ids, port)}`),
  'host below host': (wire, { mix }) => withHost(wire, `${mix.ids.toLowerCase()}.${wire.headers['host']!}`),
  'user in host': (wire, { mix }) => withHost(wire, `${mix.ids.toLowerCase()}@${wire.headers['host']!}`),
  'files host': (wire, { mix, port }) => withHost(wire, filesHostOf(mix.host, port)),
  'encoded path': (wire) => ({ ...wire, target: wire.target.replace(/\/api\/v1\/(\w)/, (_, letter: string) => `/api/v1/%${letter.charCodeAt(0).toString(16)}`) }),
  'walked path': (wire, { mix }) => ({ ...wire, target: wire.target.replace('/api/v1/', `/api/v1/${mix.ids.toLowerCase()}/../`) }),
  'encoded walk': (wire) => ({ ...wire, target: wire.target.replace('/api/v1/', '/api/v1/x%2f%2e%2e%2f') }),
  'short path': (wire) => ({ ...wire, target: wire.target.replace('/api/v1/', '/api/') }),
  'query names': (wire, { mix }) => ({ ...wire, target: `${wire.target}${wire.target.includes('?') ? '&' : '?'}territory=${mix.ids}&territoryId=${mix.ids}&host=${mix.ids.toLowerCase()}.localhost` }),
  'body names': (wire, { mix }) => inJson(wire, { territoryId: mix.ids, territory: mix.ids, up_territory: mix.ids }),
  /** Prototype pollution with the other territory's name. */
  'body proto': (wire, { mix }) => (wire.body === undefined || wire.headers['content-type'] !== 'application/json' ? wire : { ...wire, body: Buffer.from(`{"__proto__":{"territory":"${mix.ids}"},${wire.body.toString().slice(1)}`) }),
} as const satisfies Record<string, Play>;

export type Trick = keyof typeof tricks;
export const trickNames = Object.keys(tricks) as Trick[];
