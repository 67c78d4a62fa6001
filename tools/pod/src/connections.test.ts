import { expect, it } from 'vitest';
import { askedConnections, shareConnections } from './connections.ts';

const eight = Array.from({ length: 8 }, (_, n) => ({ name: `s${n}`, wish: 12 }));
const server = (maxConnections: number) => ({ maxConnections, reserved: 3 });

it('gives every process its wish where the server has room', () => {
  expect(shareConnections([{ name: 'pod', wish: 100 }], server(200))).toEqual({ pod: 100 });
  expect(Object.values(shareConnections(eight, server(200)))).toEqual(Array(8).fill(12));
});

it('asks less of a smaller server of somebody else', () => {
  expect(shareConnections([{ name: 'pod', wish: 100 }], server(100))).toEqual({ pod: 87 });
  expect(shareConnections(eight, server(100)).s0).toBe(9);
});

it('refuses with a sentence what does not fit', () => {
  expect(() => shareConnections(eight, server(50))).toThrow(/^8 process\(es\) may open 32 .* Raise max_connections/);
  expect(() => shareConnections([{ name: 'pod', wish: 100 }], server(200), 500)).toThrow(/^1 process\(es\) may open 500/);
});

it('takes a limit of the operator', () => {
  expect(askedConnections({})).toBeUndefined();
  expect(askedConnections({ CONNECTION_LIMIT: '30' })).toBe(30);
  expect(() => askedConnections({ CONNECTION_LIMIT: 'many' })).toThrow('CONNECTION_LIMIT takes a whole number from 4, not many.');
});
