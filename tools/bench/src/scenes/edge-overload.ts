import type { Findings, Ground } from '../bench.ts';
import { OwnService } from '../edge/own-service.ts';
import { percentile } from '../figures.ts';
import { LoadProcess } from '../load/process.ts';
import { signIn } from '../people.ts';

/** CPU milliseconds that the service behind takes for a call: so much makes it the narrowest place. */
const workMs = 4;
const seconds = 10;
const sessions = 24;

/** Five times what a service can do, from callers who do not wait for each other. */
export async function measureOverload({ pod, members, rounds, tell }: Ground): Promise<Findings> {
  const [load, service] = [new LoadProcess(), new LoadProcess()];
  let gateway: OwnService | undefined;
  const found = { peak: [] as number[], goodput: [] as number[], share: [] as number[], p99: [] as number[], refusedP99: [] as number[], back: [] as number[], rest: [] as number[] };
  let failed = 0;
  let unexplained = 0;
  let refusals = 0;
  try {
    const { port: target } = await service.serve({ kind: 'serve', headers: { 'content-type': 'application/json' }, body: '{"items":[]}', workMs });
    gateway = await OwnService.start(pod, 'api-gateway', pod.port + 74, { FORUM_URL: `http://127.0.0.1:${target}`, LIMIT_MEMBER_PER_MINUTE: '100000000' });
    const tokens: string[] = [];
    for (let n = 0; n < sessions; n++) tokens.push(await signIn(pod, members[n % members.length]!));
    const { port } = gateway;
    const requests = tokens.map((token) => `GET /api/v1/topics?limit=20 HTTP/1.1\r\nhost: dk.localhost:${port}\r\nauthorization: Bearer ${token}\r\n\r\n`);
    const closed = { kind: 'flood', port, requests, connections: 16, seconds: 5 } as const;
    await load.run(closed);
    for (let round = 0; round < rounds; round++) {
      const { done, seconds: took } = await load.run(closed);
      const peak = done / took;
      const over = await load.pressure({ kind: 'pressure', port, requests, rate: peak * 5, seconds });
      // Half of what it can do, right after: how long until all are answered again as they should be.
      const after = await load.pressure({ kind: 'pressure', port, requests, rate: peak / 2, seconds: 10 });
      const { done: again, seconds: tookAgain } = await load.run(closed);
      const least = Math.min(peak, again / tookAgain);
      found.peak.push(peak);
      found.goodput.push(over.good.length / over.seconds);
      found.share.push((100 * over.good.length) / over.seconds / ((peak + again / tookAgain) / 2));
      found.p99.push(percentile(over.good, 0.99));
      found.refusedP99.push(percentile(over.refused, 0.99));
      found.back.push(secondsUntilWell(after.perSecond, Math.min(peak, least) / 2));
      found.rest.push(after.refused.length + after.failed);
      failed += over.failed;
      unexplained += over.unexplained;
      refusals += over.refused.length;
      tell(`overload, round ${round + 1}: peak ${peak.toFixed(0)}/s before, ${(again / tookAgain).toFixed(0)}/s after; asked ${(peak * 5).toFixed(0)}/s: ${found.goodput.at(-1)!.toFixed(0)}/s good (p99 ${found.p99.at(-1)!.toFixed(0)} ms), ${over.refused.length} refused (p99 ${found.refusedP99.at(-1)!.toFixed(0)} ms), ${over.failed} unanswered; well again in second ${found.back.at(-1)}`);
    }
  } finally {
    await gateway?.stop();
    await load.stop();
    await service.stop();
  }
  return {
    figures: [
      { name: 'calls a second that a service of 4 CPU-ms can do', unit: '1/s', values: found.peak },
      { name: 'asked five times that: good answers lost of the peak', unit: '%', values: found.share.map((share) => 100 - share), goal: 20 },
      { name: '… good ones, p99', unit: 'ms', values: found.p99 },
      { name: '… refusals (503, Retry-After), p99', unit: 'ms', values: found.refusedP99 },
      { name: '… well again after', unit: 's', values: found.back, goal: 10 },
    ],
    notes: [`Overload: ${refusals} were refused, ${unexplained} of them without Retry-After, ${failed} got no answer within 5 s. The peak is the mean of what was answered before and after, because what the machine has left for us changes from minute to minute.`],
  };
}

/** Seconds until nine tenths of what was asked come back, and go on coming. */
function secondsUntilWell(perSecond: readonly number[], rate: number): number {
  const whole = perSecond.slice(0, -1);
  for (let n = whole.length; n > 0; n--) if (whole[n - 1]! < rate * 0.9) return n;
  return 0;
}
