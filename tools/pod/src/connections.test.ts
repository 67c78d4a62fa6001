import { expect, it } from 'vitest';
import { askedConnections, shareConnections, type DatabaseServer } from './connections.ts';

const together = [{ name: 'pod', wish: 100 }];
const eight = Array.from({ length: 8 }, (_, n) => ({ name: `s${n}`, wish: 12 }));
const server = (maxConnections: number, databases = 1, main = true): DatabaseServer => ({ limits: { maxConnections, reserved: 3 }, databases, main });

it('gives every process its wish where the server has room', () => {
  expect(shareConnections(together, [server(200)])).toEqual({ limits: { pod: 100 }, atMost: 119, allowed: 197 });
  expect(Object.values(shareConnections(eight, [server(200)]).limits)).toEqual(Array(8).fill(12));
});

it('counts every database of the pod', () => {
  expect(shareConnections(together, [server(200, 4)])).toMatchObject({ atMost: 128 });
  expect(shareConnections(together, [server(100, 1)]).limits).toEqual({ pod: 78 });
  expect(shareConnections(together, [server(100, 4)]).limits).toEqual({ pod: 69 });
});

it('goes by the server with the least room', () => {
  expect(shareConnections(together, [server(200), server(50, 1, false)])).toEqual({ limits: { pod: 29 }, atMost: 47, allowed: 47 });
});

it('refuses with the sums what does not fit', () => {
  expect(() => shareConnections(eight, [server(50, 4)])).toThrow(
    /^8 process\(es\) may open 32 .* the server allows 50 and 45 of them are kept free\. Raise max_connections to 77 .* Kept free are 8 for migrator, backups and psql, 16 for leases and registry of every process, 11 for relays of 4 databases, 7 for provisioner, 3 for superusers\. The limit per process is CONNECTION_LIMIT\.$/,
  );
  expect(() => shareConnections(together, [server(200)], 500)).toThrow(/^1 process\(es\) may open 500/);
  expect(() => shareConnections(together, [server(200), server(24, 2, false)])).toThrow(/allows 24 .* 6 for relays of 2 databases/);
});

it('takes a limit of the operator', () => {
  expect(askedConnections({})).toBeUndefined();
  expect(askedConnections({ CONNECTION_LIMIT: '30' })).toBe(30);
  expect(() => askedConnections({ CONNECTION_LIMIT: 'many' })).toThrow('CONNECTION_LIMIT takes a whole number from 4, not many.');
});
