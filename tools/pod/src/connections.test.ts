import { expect, it } from 'vitest';
import { askedConnections, shareConnections, type DatabaseServer } from './connections.ts';

const together = [{ name: 'pod', wish: 100 }];
const eight = Array.from({ length: 8 }, (_, n) => ({ name: `s${n}`, wish: 12 }));
const server = (maxConnections: number, databases = 1, main = true): DatabaseServer => ({ limits: { maxConnections, reserved: 3 }, databases, main, ours: false });

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

it('names the variable where the server is one that npm start runs', () => {
  expect(() => shareConnections(together, [{ ...server(200), ours: true }], 500)).toThrow(/Raise max_connections to 522 .* max_connections of this server, which npm start runs itself, is POSTGRES_MAX_CONNECTIONS; the limit per process is CONNECTION_LIMIT\.$/);
});

it('takes the numbers of the operator', () => {
  expect(askedConnections({})).toEqual({ perProcess: undefined, ofServer: undefined });
  expect(askedConnections({ CONNECTION_LIMIT: '30', POSTGRES_MAX_CONNECTIONS: '650' })).toEqual({ perProcess: 30, ofServer: 650 });
});

it.each([
  ['CONNECTION_LIMIT', ['many', '3', '4.5', '-30'], 4],
  ['POSTGRES_MAX_CONNECTIONS', ['lots', '19', '1e9', '0x'], 20],
])('refuses what is no number for %s', (name, texts, from) => {
  for (const text of texts) expect(() => askedConnections({ [name]: text })).toThrow(`${name} takes a whole number from ${from} to 10000, not ${text}.`);
});
