import { seeded } from '@unityplan/testing/random';
import { streamOrder } from './checker.ts';
import { faultSequence, type Fault } from './faults.ts';
import { Rig } from './rig.ts';

export interface RunReport {
  readonly rounds: number;
  readonly faults: Partial<Record<Fault, number>>;
  readonly deaths: number;
  readonly events: number;
  readonly slowestMs: number;
  readonly found: readonly string[];
}

/** Runs rounds until the end or the first thing found. */
export async function run(options: { rounds: number; events?: number; seed: number; onRound?: (round: number, fault: Fault, ms: number) => void }): Promise<RunReport> {
  const random = seeded(options.seed);
  const faults = faultSequence(random);
  const counts: Partial<Record<Fault, number>> = {};
  let found: string[] = [];
  let slowestMs = 0;
  let rounds = 0;
  const rig = await Rig.start();
  try {
    while (rounds < options.rounds && found.length === 0) {
      const fault = faults.next().value as Fault;
      const began = performance.now();
      found = (await rig.round(fault, options.events ?? 40, random)).map((text) => `after ${fault} (round ${rounds + 1}): ${text}`);
      const ms = performance.now() - began;
      slowestMs = Math.max(slowestMs, ms);
      counts[fault] = (counts[fault] ?? 0) + 1;
      options.onRound?.(++rounds, fault, ms);
    }
    const { outbox, inStream } = await rig.filled();
    found = [...found, ...streamOrder(inStream)].slice(0, 20);
    return { rounds, faults: counts, deaths: rig.deaths(), events: outbox, slowestMs: Math.round(slowestMs), found };
  } finally {
    await rig.stop();
  }
}
