import { forum } from '@unityplan/contracts';
import { seededBelow } from '@unityplan/testing';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { oneOf, randomGates, randomHeld, type Random } from '../src/random.ts';
import { may } from '../src/reference.ts';
import { doors, feeds, lists, ownLists, seed, tryDoor, type Finding } from '../src/surfaces.ts';
import { openGates, startGatesWorld, type GatesWorld, type Place, type Someone } from '../src/world.ts';

const full = process.env['PROOF'] === 'full';
const size = full ? { cases: 100_000, people: 14, places: 18, seeded: 5, doors: 560 } : { cases: 600, people: 5, places: 6, seeded: 2, doors: 120 };
const runSeed = Number(process.env['SEED'] ?? 20261121);
const second = 1_000;
/** Everything knows of a change within a second. */
const knownWithinMs = 1_000;

let world: GatesWorld;
const places = new Map<string, Place[]>();
beforeAll(async () => {
  world = await startGatesWorld();
  for (const territory of ['DK', 'NO']) {
    places.set(territory, []);
    for (let n = 0; n < size.places; n++) places.get(territory)!.push(await world.place(territory, `place-${n}`));
  }
});
afterAll(() => world?.stop());

interface Round { readonly territory: string; readonly people: Someone[]; readonly all: Place[]; readonly seeded: Place[] }

/** New people with new badges, who have begun to write and were told of something while the doors stood open; then new rules, and time goes by. */
async function arrange(random: Random, territory: string): Promise<Round> {
  await world.renewInsider(territory);
  const all = places.get(territory)!;
  for (const place of all) if (place.gates !== openGates) await world.setGates(territory, place, openGates);
  const ends = [world.now + second, world.now + 2 * second, world.now + 4 * second];
  const people: Someone[] = [{ member: undefined, held: undefined }];
  for (let n = 0; n < size.people; n++) people.push(await world.someone(territory, randomHeld(random, territory, ends)));
  const seeded = Array.from({ length: size.seeded }, (_, n) => all[(random(all.length) + n) % all.length]!).filter((one, i, them) => them.indexOf(one) === i);
  await world.drain();
  for (const { member } of people) if (member) for (const place of seeded) await seed(world, territory, member, place);
  for (const { topicId } of seeded) expect((await world.call(forum.createPost, { as: world.insiders.get(territory)!, params: { topicId }, body: { markdown: 'News' } })).status).toBe(201);
  await world.drain();
  for (const place of all) await world.setGates(territory, place, randomGates(random));
  world.now += 2 * second;
  await world.drain();
  return { territory, people, all, seeded };
}

const count = new Map<string, number>();
function check({ territory }: Round, someone: Someone, findings: readonly Finding[], { asGuest = false, again = false } = {}): string[] {
  return findings.flatMap(({ surface, action, place, allowed }) => {
    if (!again) count.set(surface, (count.get(surface) ?? 0) + 1);
    const held = asGuest ? undefined : someone.held;
    const expected = may(place.gates, action, held, territory, world.now);
    return allowed === expected ? [] : [`${surface}: ${action} was ${allowed ? 'allowed' : 'refused'} in ${territory} to ${JSON.stringify(held)} under ${JSON.stringify([place.gates.read, place.gates[action]])}`];
  });
}

it(`lets in who the rules let in, and nobody else, on every way in (seed ${runSeed})`, async () => {
  const random = seededBelow(runSeed);
  const total = () => [...count.values()].reduce((sum, n) => sum + n, 0);
  for (let n = 0; total() < size.cases; n++) {
    const round = await arrange(random, n % 2 ? 'NO' : 'DK');
    const { territory, people, all } = round;
    const wrong: string[] = [];
    for (const someone of people) {
      for (const [name, ask] of Object.entries({ ...lists, ...(someone.member ? ownLists : {}) })) {
        const about = name in ownLists ? round.seeded : all;
        const look = async (again: boolean) => check(round, someone, await ask(world, territory, someone, about), { again });
        const first = await look(false);
        // What other services remember of rules and badges may be a second old, and no older.
        if (first.length === 0) continue;
        await rest(knownWithinMs);
        expect(await look(true), `${name} after a second`).toEqual([]);
      }
    }
    wrong.push(...check(round, people[0]!, await feeds(world, territory, people[0]!, all), { asGuest: true }));
    for (let tried = 0; tried < size.doors; tried++) {
      const [someone, door, place] = [oneOf(random, people), oneOf(random, doors), oneOf(random, all)];
      const finding = await tryDoor(world, territory, someone, door, place);
      if (finding) wrong.push(...check(round, someone, [finding]));
    }
    expect(wrong).toEqual([]);
    if (full) console.log(`${total()} cases after round ${n + 1}`);
  }
  console.log(`${total()} cases without disagreement: ${[...count].map(([surface, n]) => `${surface} ${n}`).join(', ')}`);
  for (const surface of ['what one may', 'all topics', 'excerpts', 'log', 'drafts', 'notifications', 'stream of a topic', 'stream of a category', 'feed of a category', ...doors.map(({ route }) => route.id)])
    expect([surface, (count.get(surface) ?? 0) > 0]).toEqual([surface, true]);
});
