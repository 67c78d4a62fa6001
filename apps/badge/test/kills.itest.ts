import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults, Rig } from './kills/rig.ts';

const kills = process.env['PROOF'] === 'full' ? 500 : Number(process.env['KILLS'] ?? 12);
let rig: Rig;
beforeAll(async () => void (rig = await Rig.start()), 120_000);
afterAll(() => rig?.stop(), 60_000);

// Small and repeatable; which moment a kill hits is up to the machine.
function randomFrom(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

it(`a completion is one badge and one event, over ${kills} kills in all that lies between`, { timeout: 3_600_000 }, async () => {
  const random = randomFrom(20261121);
  for (let round = 0; rig.deaths < kills; round++) {
    await rig.round(faults[round % faults.length]!, 3, random);
    if (kills > 50 && round % 50 === 49) console.log(`${rig.deaths} kills, ${rig.completions} completions: ${JSON.stringify(await rig.faults())}`);
  }
  expect(await rig.faults()).toEqual([]);
  console.log(`${rig.deaths} kills, ${rig.completions} completions`);
});
