import type { Findings, Ground } from '../bench.ts';
import { LoadProcess } from '../load/process.ts';
import { signIn } from '../people.ts';

const seconds = 4;

/** Sign-ins a second, two at a time as argon2 fills two cores. */
export async function measureSignIn({ pod, members, rounds, tell }: Ground): Promise<Findings> {
  const perSecond: number[] = [];
  const cpu: number[] = [];
  const bare: number[] = [];
  const bareCpu: number[] = [];
  const load = new LoadProcess();
  try {
    for (let round = 0; round < rounds; round++) {
      const before = pod.cpu();
      const startedAt = performance.now();
      let done = 0;
      const lane = async (from: number): Promise<void> => {
        for (let i = from; performance.now() - startedAt < seconds * 1000; i += 2, done++) await signIn(pod, members[i % members.length]!);
      };
      await Promise.all([lane(0), lane(1)]);
      perSecond.push(done / ((performance.now() - startedAt) / 1000));
      const after = pod.cpu();
      cpu.push((after.services + after.postgres - before.services - before.postgres) / done);
      const hashes = await load.run({ kind: 'hash', seconds });
      bare.push(hashes.done / hashes.seconds);
      bareCpu.push(hashes.ownCpuMs / hashes.done);
      tell(`sign-in, round ${round + 1}: ${perSecond.at(-1)!.toFixed(1)} a second; argon2 alone ${bare.at(-1)!.toFixed(1)}`);
    }
  } finally {
    await load.stop();
  }
  return {
    figures: [
      { name: 'sign-ins a second, two at a time', unit: '1/s', values: perSecond, baseline: { name: 'argon2id alone', values: bare } },
      { name: 'a sign-in', unit: 'CPU-ms', values: cpu, baseline: { name: 'argon2id alone', values: bareCpu } },
    ],
  };
}
