import { seeded } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults, Rig } from './kills/rig.ts';

const kills = process.env['PROOF'] === 'full' ? 500 : Number(process.env['KILLS'] ?? 12);
let rig: Rig;
beforeAll(async () => void (rig = await Rig.start()), 120_000);
afterAll(() => rig?.stop(), 60_000);

it(`a completion is one badge and one event, over ${kills} kills in all that lies between`, { timeout: 3_600_000 }, async () => {
  const random = seeded(20261121);
  for (let round = 0; rig.deaths < kills; round++) {
    await rig.round(faults[round % faults.length]!, 3, random);
    if (kills > 50 && round % 50 === 49) console.log(`${rig.deaths} kills, ${rig.completions} completions: ${JSON.stringify(await rig.faults())}`);
  }
  expect(await rig.faults()).toEqual([]);
  console.log(`${rig.deaths} kills, ${rig.completions} completions`);
});
