import type { Findings, Ground } from '../bench.ts';
import { OwnService } from '../edge/own-service.ts';
import type { CrowdJob, CrowdState } from '../load/jobs.ts';
import { LoadProcess } from '../load/process.ts';
import { api, ordinaryText } from '../people.ts';
import { familyCpuMs, memoryOf } from '../proc.ts';

const count = Number(process.env['SOCKETS'] ?? 20_000);
const idleSeconds = 20;
const replies = 60;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Many idle followers over two processes: what each keeps, what they take at rest, and how soon all are back with everything after all were cut off at once. */
export async function measureSockets({ pod, members, topics, rounds, tell }: Ground): Promise<Findings> {
  const services: OwnService[] = [];
  const crowds = [new LoadProcess(), new LoadProcess()];
  const found = { memory: [] as number[], idle: [] as number[], joins: [] as number[], healed: [] as number[], stormCpu: [] as number[] };
  const ask = async (job: CrowdJob): Promise<CrowdState> => {
    const states = await Promise.all(crowds.map((one) => one.crowd(job)));
    const sum = (read: (state: CrowdState) => number): number => states.reduce((total, state) => total + read(state), 0);
    return { seconds: Math.max(...states.map(({ seconds }) => seconds)), live: sum(({ live }) => live), reloads: sum(({ reloads }) => reloads), entries: sum(({ entries }) => entries), broken: sum(({ broken }) => broken), behind: sum(({ behind }) => behind) };
  };
  const rss = (): number => services.reduce((sum, { pid }) => sum + memoryOf(pid).rss, 0) * 1024;
  const cpu = (): number => services.reduce((sum, { pid }) => sum + familyCpuMs(pid), 0);
  let lost = 0;
  try {
    for (const port of [pod.port + 72, pod.port + 73]) services.push(await OwnService.start(pod, 'websocket', port, {}));
    const sign = { key: pod.contextKey, territory: 'DK' };
    const join = { kind: 'crowd-join', ports: services.map(({ port }) => port), streams: topics.map(({ topicId }) => `topic:${topicId}`), sign } as const;
    // The first ones warm the process up; what they make it keep is nobody's.
    await ask({ ...join, count: 250 });
    await pause(5_000);
    const before = rss();
    const joined = await ask({ ...join, count: (count - 500) / 2 });
    found.joins.push((count - 500) / joined.seconds);
    const quiet = cpu();
    await pause(idleSeconds * 1_000);
    found.idle.push((cpu() - quiet) / idleSeconds / 10);
    found.memory.push((rss() - before) / (count - 500));
    tell(`sockets: ${joined.live} open after ${joined.seconds.toFixed(1)} s, ${found.memory[0]!.toFixed(1)} kB each, at rest ${found.idle[0]!.toFixed(1)} % of a core`);
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      const used = cpu();
      const storm = ask({ kind: 'crowd-storm' });
      for (let n = 0; n < replies; n++) await api(pod, 'POST', `/topics/${topics[n % topics.length]!.topicId}/posts`, { markdown: `${ordinaryText}\n\n${n} of round ${round}` }, members[n % members.length]!.token);
      await storm;
      let state = await ask({ kind: 'crowd-tell' });
      const wanted = (round + 1) * replies * (count / topics.length);
      while ((state.live < count || state.behind > 0 || state.entries < wanted) && performance.now() - started < 120_000) {
        await pause(100);
        state = await ask({ kind: 'crowd-tell' });
      }
      found.healed.push((performance.now() - started) / 1000);
      found.stormCpu.push((cpu() - used) / count);
      lost += Math.max(0, wanted - state.entries) + state.broken + state.reloads + (count - state.live);
      tell(`sockets, round ${round + 1}: ${state.live} back with everything after ${found.healed.at(-1)!.toFixed(1)} s, ${found.stormCpu.at(-1)!.toFixed(2)} CPU-ms each; ${state.broken} with a gap or double, ${state.reloads} loaded anew, ${state.entries} of ${wanted} entries`);
    }
  } finally {
    for (const one of crowds) await one.stop();
    for (const one of services) await one.stop();
  }
  return {
    figures: [
      { name: `an idle follower of ${count} over two processes, RSS`, unit: 'kB', values: found.memory, goal: 16 },
      { name: '… joined with ticket and subscription', unit: '1/s', values: found.joins },
      { name: '… all at rest, pings answered', unit: '% of a core', values: found.idle },
      { name: '… all cut off at once → all back with everything', unit: 's', values: found.healed, goal: 20 },
      { name: '… of the two processes, each follower', unit: 'CPU-ms', values: found.stormCpu },
    ],
    notes: [`Sockets: ${count} guests at the two processes themselves, from 20 addresses, over ${topics.length} topics; each has a ticket of its own by HTTP, also on its return, waits as the SDK does (up to 0.5 s, doubled each time), and resumes from its cursor while ${replies} replies are written. Lost, doubled or loaded anew: ${lost}.`],
  };
}
