import { describe, expect, it } from 'vitest';
import { allFaults } from '../src/faults.ts';
import { Rig } from '../src/rig.ts';
import { run } from '../src/run.ts';

describe('whatever is killed', () => {
  it('nothing is lost, doubled or out of order: 20 rounds, each fault at least once', async () => {
    const report = await run({ rounds: 20, seed: 20261121, onRound: (round, fault, ms) => ms > 10_000 && console.log(`round ${round}, ${fault}: ${Math.round(ms)} ms`) });
    expect(report.found).toEqual([]);
    expect(Object.keys(report.faults).sort()).toEqual([...allFaults].sort());
    expect(report.deaths).toBeGreaterThanOrEqual(8);
  });

  it('a deleted JetStream store is filled again from the outbox', async () => {
    const rig = await Rig.start();
    try {
      expect(await rig.round('consumer-after-ack', 200, Math.random)).toEqual([]);
      expect(await rig.round('delete-store', 40, Math.random)).toEqual([]);
      const { stream, outbox } = await rig.filled();
      expect(stream).toBe(outbox);
    } finally {
      await rig.stop();
    }
  });
});
