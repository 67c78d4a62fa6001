import { allRoutes } from '@unityplan/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { caseAt } from '../src/fuzz.ts';
import { differences, settled } from '../src/fingerprints.ts';
import type { Layout } from '../src/layout.ts';
import type { Operation } from '../src/operations.ts';
import { inParallel, type Case } from '../src/plan.ts';
import { probes, readers, type Probe } from '../src/probes/index.ts';
import { Proof } from '../src/proof.ts';
import { closedIds, everywhere, nextOf, territories, type TerritoryId } from '../src/territories.ts';
import { filesLeak, filesShown } from '../src/ways/files-host.ts';
import { eventsOf, forge, strangersIn } from '../src/ways/events.ts';
import { listen, stir, streamsOf, ticketOf } from '../src/ways/live.ts';
import { rawRequests, sendRaw } from '../src/ways/raw.ts';
import { askRaw, foreignIn, rpcInputs, rpcs } from '../src/ways/rpc.ts';
import { mixedKeys, mixedMails, mixedPushes } from '../src/ways/told.ts';
import { send } from '../src/wire.ts';
import { closes } from './closing.ts';
import { makesNew } from './making.ts';

const seed = Number(process.env['SEED'] ?? 20261121);
/** A run of the fuzz sends this many at once; a failing one shrinks to the single culprit. */
const perRun = 10;
const nothing = { leaks: [], broken: [], changed: [] };

type Pair = readonly [host: (typeof territories)[number], other: TerritoryId];
/** How much is tried. */
interface Size {
  /** Mixes at random. */
  readonly fuzz: number;
  /** Between whom events, calls and ids in bodies are tried. */
  readonly between: readonly Pair[];
  /** Names that are no territory. */
  readonly odd: readonly string[];
  readonly casesOf: (operation: Operation, probe: Probe, n: number) => Case[];
}

/** Every open territory as host of every other. */
export const pairs = territories.flatMap((host) => territories.filter((other) => other !== host).map((other) => [host, other] as const));
/** Each as host once, and once as the other. */
export const ring = pairs.filter(([host, other]) => other === nextOf(host));
/** Each closed one as the other. */
const closedPairs = closedIds.map((other, n) => [territories[n]!, other] as const);

/** The whole proof, over territories that lie in one database or in databases of their own. Two of them are closed on the way. */
export function proofOf(layout: Layout, { fuzz, between, odd, casesOf }: Size): void {
  const proof = new Proof(layout);
  beforeAll(() => proof.start());
  beforeEach(() => proof.keepSignedIn());
  afterAll(() => proof.stop());

  it('has a probe for every operation of the running API, and no other', () => {
    const ids = proof.operations.map(({ id }) => id).sort();
    expect(ids).toEqual(Object.keys(probes).sort());
    expect(ids).toEqual(allRoutes.map(({ id }) => id).sort());
  });

  it('shows to its own people what the others must not see', async () => {
    const wrong: string[] = [];
    for (const territory of everywhere) for (const operation of proof.operations.filter(({ id }) => readers.has(id))) wrong.push(...(await proof.control(operation, territory)));
    expect(wrong).toEqual([]);
    await proof.collectCursors();
    expect(proof.cursors.size).toBeGreaterThan(20);
  });

  const { staysClosed } = closes(proof);

  it('answers no mix of host, token, cookie and ids with a byte of another territory, and changes nothing there', async () => {
    const cases = proof.operations.flatMap((operation, n) => casesOf(operation, probes[operation.id]!, n));
    for (const host of territories) expect([host, await proof.trial(host, cases.filter(({ mix }) => mix.host === host))]).toEqual([host, nothing]);
    console.log(`${proof.operations.length} operations, ${cases.length} mixes; so far ${proof.tally}`);
  });

  it('does nothing with an event on one territory’s subject in the name of another, and with a copied one nothing where it came from', async () => {
    const { pod } = proof;
    for (const [name, from] of between) {
      const events = await eventsOf(pod, from);
      expect(events.length).toBeGreaterThan(10);
      const before = await settled(pod);
      for (const event of events) await forge(pod, event, from, name);
      expect(differences(before, await settled(pod))).toEqual([]);
      const changed = await proof.changesElsewhere(name, async () => {
        for (const event of events) await forge(pod, event, name, name);
      });
      expect(changed).toEqual([]);
      expect(await strangersIn(pod, name, territories.filter((one) => one !== name))).toEqual([]);
    }
  });

  it('takes no id of another territory in a body at home', async () => {
    for (const [home, other] of [...between, ...closedPairs]) {
      const changed = await proof.changesElsewhere(home, async () => expect(await proof.cross(home, other)).toEqual([]));
      expect(changed).toEqual([]);
    }
  });

  it('answers no malformed request with private things of another territory', async () => {
    const { pod, estates, belongings } = proof;
    for (const [home, other] of [...between, ...closedPairs]) {
      const answers = await Promise.all(rawRequests(estates[home], estates[other]).map(async ({ name, text }) => ({ name, said: belongings.in(Buffer.from(text)), answer: await sendRaw(pod.port, text) })));
      for (const { name, said, answer } of answers) {
        expect([name, answer.toString('latin1')]).toEqual([name, expect.stringMatching(/^HTTP\/1\.1 \d{3} /)]);
        const known = new Set(said.map(({ text }) => text));
        expect([name, belongings.in(answer).filter((one) => one.territory !== home && one.reach === 'own' && !known.has(one.text))]).toEqual([name, []]);
      }
    }
    for (const target of ['/metrics', '/health', '/health/cluster', '/ready', '/dev/mail', '/dev/mail/api', '/api/docs', '/']) {
      const answer = await send(pod.port, { method: 'GET', target, headers: { host: estates.DE.host } });
      expect([target, belongings.in(answer.all)]).toEqual([target, []]);
    }
  });

  it('lets nobody follow another territory live', async () => {
    const { pod, estates, belongings } = proof;
    const listeners = [];
    for (const [host, other] of pairs) {
      const [here, there] = [estates[host], estates[other]];
      const own = await listen(pod.port, here.host, await ticketOf(pod, here, here.people.author), [...streamsOf(here).slice(0, 5), ...streamsOf(there).slice(1)]);
      expect([...own.open].sort()).toEqual(streamsOf(here).slice(0, 5).sort());
      const guest = await listen(pod.port, here.host, await ticketOf(pod, here), streamsOf(there), { 'x-forwarded-host': there.host, 'x-territory-id': other });
      listeners.push({ host, own, guest });
      const stranger = await listen(pod.port, here.host, await ticketOf(pod, there, there.people.author), streamsOf(there));
      expect([stranger.open.size, await stranger.ended > 0, stranger.frames.some((frame) => belongings.in(frame).length > 0)]).toEqual([0, true, false]);
    }
    for (const territory of territories) for (const id of await stir(pod, estates[territory])) belongings.addId(id, territory, 'open');
    for (const { host, own, guest } of listeners) {
      await expect.poll(() => own.frames.filter((frame) => frame.includes('post.created')).length).toBeGreaterThan(1);
      const asked = new Set(streamsOf(estates[host]).concat(...territories.map((one) => streamsOf(estates[one]))).map((stream) => stream.split(':')[1]));
      for (const frame of [...own.frames, ...guest.frames]) expect(belongings.in(frame).filter(({ territory, text }) => territory !== host && !(frame.includes('"refused"') && asked.has(text)))).toEqual([]);
      own.close();
      guest.close();
    }
  });

  it('answers no call between services with another territory than it was made in the name of', async () => {
    const { pod, estates, belongings } = proof;
    expect(rpcs.map(({ owner, method }) => `${owner}.${method}`).sort()).toEqual(Object.keys(rpcInputs).sort());
    for (const [name, ids] of [...between, ...closedPairs]) {
      const changed = await proof.changesElsewhere(name, async () => {
        for (const rpc of rpcs) {
          const input = rpcInputs[`${rpc.owner}.${rpc.method}`]!(estates[ids]);
          expect([rpc.method, foreignIn(await askRaw(pod, rpc, name, input), input, name, belongings)]).toEqual([rpc.method, []]);
        }
      });
      expect(changed).toEqual([]);
    }
    const before = await settled(pod);
    await inParallel(odd.flatMap((name) => rpcs.map((rpc) => ({ name, rpc }))), 8, async ({ name, rpc }) => {
      const input = rpcInputs[`${rpc.owner}.${rpc.method}`]!(estates.DE);
      expect([name, rpc.method, foreignIn(await askRaw(pod, rpc, name, input), input, name, belongings)]).toEqual([name, rpc.method, []]);
    });
    expect(differences(before, await settled(pod))).toEqual([]);
  });

  it('shows no file of another territory, by whatever link', async () => {
    for (const territory of territories) expect(await filesShown(proof.scene, proof.estates[territory], proof.belongings)).toBe(true);
    for (const [host, other] of [...pairs, ...closedPairs]) expect(await filesLeak(proof.scene, proof.estates[host], proof.estates[other], proof.belongings, proof.tally)).toEqual([]);
  });

  it(`finds nothing in ${fuzz} mixes at random (seed ${seed})`, async () => {
    for (const host of territories) {
      const changed = await proof.changesElsewhere(host, () =>
        fc.assert(
          fc.asyncProperty(fc.array(caseAt(host, proof.operations), { minLength: perRun, maxLength: perRun }), async (cases) => {
            expect(await proof.run(cases)).toEqual({ leaks: [], broken: [] });
          }),
          { numRuns: Math.ceil(fuzz / perRun / territories.length), seed },
        ));
      expect(changed).toEqual([]);
    }
  });

  it('writes to nobody of two territories at once, and keeps nothing of two together', async () => {
    await proof.pod.drain();
    for (const territory of territories) await ticketOf(proof.pod, proof.estates[territory], proof.estates[territory].people.author);
    expect(proof.pod.mails.inbox.length).toBeGreaterThan(9);
    expect(mixedMails(proof.pod, proof.belongings)).toEqual([]);
    expect(mixedPushes(proof.pod, proof.belongings)).toEqual([]);
    const { keys, wrong } = await mixedKeys(proof.pod, proof.belongings);
    expect([keys >= territories.length, wrong]).toEqual([true, []]);
  });

  staysClosed();
  makesNew(proof, [...new Set(between.map(([host]) => host))]);

  // Comes last: it ends sessions.
  it('has tried nothing that its own people could not do', async () => {
    const wrong: string[] = [];
    for (const territory of territories) for (const operation of proof.operations) wrong.push(...(await proof.control(operation, territory)));
    expect(wrong).toEqual([]);
    console.log(`${proof.tally}; ${proof.belongings.size} ids known`);
  });
}
