import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { differences, settled } from '../src/fingerprints.ts';
import type { Finding } from '../src/inspect.ts';
import { casesOf, keyCasesOf, type Case } from '../src/plan.ts';
import { probes, readers } from '../src/probes/index.ts';
import { Proof } from '../src/proof.ts';
import { closedIds, territories } from '../src/territories.ts';
import { readWithStolenRoles } from '../src/walls/stolen-roles.ts';
import { closedDoor, closedServices, gateway, guard, roles, routing, rowSecurity, type Wall } from '../src/walls/walls.ts';

const full = process.env['PROOF'] === 'full';
const proof = new Proof('one');
beforeAll(async () => {
  await proof.start();
  await proof.close();
});
beforeEach(() => proof.keepSignedIn());
afterAll(() => proof.stop());

const all = (): Case[] => proof.operations.flatMap((operation, n) => (full ? casesOf(operation, probes[operation.id]!, n, true) : keyCasesOf(operation, probes[operation.id]!, n)));
const reading = (): Case[] => all().filter(({ operation }) => readers.has(operation.id));

/** Does work while some walls are down. */
async function without<T>(walls: readonly Wall[], work: () => Promise<T>): Promise<T> {
  for (const wall of walls) await wall.down(proof.pod);
  try {
    return await work();
  } finally {
    for (const wall of walls.toReversed()) await wall.up(proof.pod);
  }
}
const told = (leaks: readonly Finding[]): string => `${leaks.length} answers leak, of ${new Set(leaks.map(({ operation }) => operation)).size} operations`;

it.each([gateway, roles, rowSecurity, guard])('finds nothing while $name is down, and nothing changes elsewhere', async (wall) => {
  await without([wall], async () => {
    for (const host of territories) expect([host, await proof.trial(host, all().filter(({ mix }) => mix.host === host))]).toEqual([host, { leaks: [], broken: [], changed: [] }]);
  });
});

it.each([gateway, guard, closedDoor, closedServices])('is let into no closed territory while $name is down', async (wall) => {
  await without([wall], async () => {
    for (const host of closedIds) expect([host, await proof.knock(host, true, false)]).toEqual([host, []]);
  });
});

it('finds nothing while the routing is bent: a service that looks into another schema may not read it', async () => {
  const before = await settled(proof.pod);
  const { leaks } = await without([routing], () => proof.run(reading()));
  expect(leaks).toEqual([]);
  expect(differences(before, await settled(proof.pod))).toEqual([]);
});

it('finds what a visitor sees when neither the gateway nor the services compare territories', async () => {
  const { leaks } = await without([gateway, guard], () => proof.run(reading()));
  console.log(`gateway and services: ${told(leaks)}`);
  expect(leaks.length).toBeGreaterThan(0);
  expect(leaks.every(({ mix }) => mix.bearer !== mix.host)).toBe(true);
});

it('finds what closed territories answer when neither the gateway nor the services look whether they are closed', async () => {
  const answers = await without([closedDoor, closedServices], () => Promise.all(closedIds.map((host) => proof.knock(host, true, false))));
  console.log(`closed doors of gateway and services: ${answers.flat().filter((said) => / \d{3} /.test(said)).length} answers are not that it is closed`);
  for (const wrong of answers) expect(wrong.some((said) => said.includes(': 200 '))).toBe(true);
});

it('lets a stolen role read no row elsewhere; without the wall of roles no personal one; without both walls it does', async () => {
  const { tried, read } = await readWithStolenRoles(proof.pod, 'all');
  expect([tried > 1_000, read]).toEqual([true, []]);
  expect(await without([rowSecurity], () => readWithStolenRoles(proof.pod, 'all'))).toEqual({ tried, read: [] });
  const personal = await without([roles], () => readWithStolenRoles(proof.pod, 'personal'));
  expect(personal.read).toEqual([]);
  const both = await without([roles, rowSecurity], () => readWithStolenRoles(proof.pod, 'personal'));
  console.log(`${tried} tables tried with stolen roles; without both walls ${both.read.length} of ${both.tried} personal ones can be read`);
  expect(both.read.length).toBeGreaterThan(0);
});

it('stands again afterwards', async () => {
  expect(await proof.run(all())).toEqual({ leaks: [], broken: [] });
  expect((await readWithStolenRoles(proof.pod, 'all')).read).toEqual([]);
  console.log(`${proof.tally}`);
});

// From here on services remember what they read in another schema.
it('finds what a bent routing shows when roles may read every territory', async () => {
  const { leaks: some } = await without([routing, roles], () => proof.run(reading()));
  const { leaks: more } = await without([routing, roles, rowSecurity], () => proof.run(reading()));
  console.log(`routing and roles: ${told(some)}; without row level security as well: ${told(more)}`);
  expect(some.length).toBeGreaterThan(0);
  expect(more.length).toBeGreaterThanOrEqual(some.length);
});

// Comes last: from here on the visitor's traces are in the territory.
it('finds what a visitor changes when neither the gateway nor the services compare territories', async () => {
  const writing = all().filter(({ operation, mix }) => mix.host === 'DE' && !readers.has(operation.id));
  const { changed } = await without([gateway, guard], () => proof.trial('DE', writing));
  console.log(`gateway and services: ${changed.length} tables change, such as ${changed.slice(0, 3).join(', ')}`);
  expect(changed.length).toBeGreaterThan(0);
});
