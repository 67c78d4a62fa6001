import type { Findings, Ground } from '../bench.ts';
import { percentile } from '../figures.ts';
import { LoadProcess } from '../load/process.ts';
import { makeTopics, ordinaryText, signIn } from '../people.ts';
import { firstPostOf } from './topic-page.ts';

const pace = { rate: 50, seconds: 5 };

/** A reply: from the call to everything that follows from it (outbox, relay, notification, live entry, audit). */
export async function measureWrite(ground: Ground): Promise<Findings> {
  const { pod, members, topics, rounds, tell } = ground;
  const tokens = await Promise.all(members.map((member) => signIn(pod, member)));
  const [scratch] = await makeTopics(pod, members.map((member, i) => ({ ...member, token: tokens[i]! })), 1, 1);
  const { author_id, html } = await firstPostOf(pod.database('forum'), scratch!.topicId);
  const job = { kind: 'post', ...pace, port: pod.port, host: pod.host, tokens, topics: topics.slice(1).map(({ topicId }) => topicId), text: ordinaryText } as const;
  const bare = { kind: 'sql-write', ...pace, database: pod.database('forum'), topicId: scratch!.topicId, authorId: author_id, markdown: ordinaryText, html } as const;
  const load = new LoadProcess();
  const found = { all: [] as number[], services: [] as number[], postgres: [] as number[], others: [] as number[], p50: [] as number[], p99: [] as number[], bare: [] as number[] };
  try {
    await load.run(job);
    await load.run(bare);
    for (let round = 0; round < rounds; round++) {
      await pod.quiet();
      const before = pod.cpu();
      const { done, latencies } = await load.run(job);
      await pod.quiet(); // what follows from the last ones belongs to them
      const after = pod.cpu();
      found.services.push((after.services - before.services) / done);
      found.postgres.push((after.postgres - before.postgres) / done);
      found.others.push((after.redis + after.nats - before.redis - before.nats) / done);
      found.all.push((after.services + after.postgres - before.services - before.postgres) / done);
      found.p50.push(percentile(latencies, 0.5));
      found.p99.push(percentile(latencies, 0.99));
      const bareBefore = pod.cpu().postgres;
      const least = await load.run(bare);
      await new Promise((resolve) => setTimeout(resolve, 300)); // until PostgreSQL has counted in the backends that ended
      found.bare.push((pod.cpu().postgres - bareBefore + least.ownCpuMs) / least.done);
      tell(`write, round ${round + 1}: ${found.all.at(-1)!.toFixed(2)} (PostgreSQL ${found.postgres.at(-1)!.toFixed(2)}), bare ${found.bare.at(-1)!.toFixed(2)} CPU-ms`);
    }
  } finally {
    await load.stop();
  }
  return {
    figures: [
      { name: 'a reply with all that follows from it', unit: 'CPU-ms', values: found.all, baseline: { name: 'plain pg: the two rows', values: found.bare } },
      { name: '… of it PostgreSQL', unit: 'CPU-ms', values: found.postgres },
      { name: '… of it the services', unit: 'CPU-ms', values: found.services },
      { name: '… Redis and NATS besides', unit: 'CPU-ms', values: found.others },
      { name: 'a reply answered, p50', unit: 'ms', values: found.p50 },
      { name: 'a reply answered, p99', unit: 'ms', values: found.p99 },
    ],
    notes: [`Writing: ${pace.rate} replies of ${ordinaryText.length} characters a second into ${topics.length - 1} topics, with idempotency keys; counted until the pod is at rest again, so rendering, relay, notification, live stream and audit are in it.`],
  };
}
