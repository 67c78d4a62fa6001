import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Findings, Ground } from '../bench.ts';
import { percentile } from '../figures.ts';
import { api, ordinaryText, type Topic } from '../people.ts';

const watcherCount = 10_000;
const replies = 30;

/** One post that ten thousand members watch: how soon all of them are told, and whether those who write meanwhile notice. */
export async function measureWatchers({ pod, members, topics, rounds, tell }: Ground): Promise<Findings> {
  const [watched, other] = [topics[0]!, topics[1]!];
  const admin = new pg.Client({ ...pod.administrator, options: '-c search_path=territory_dk' });
  await admin.connect();
  const found = { rows: [] as number[], cpu: [] as number[], alone: [] as number[], meanwhile: [] as number[], itself: [] as number[], aloneLate: [] as number[], meanwhileLate: [] as number[] };
  const token = members[1]!.token;
  try {
    await admin.query(
      `insert into watch_levels (member_id, place, place_id, level, rank, set_at) select gen_random_uuid(), 'topic', $1, 'watching', gen_random_uuid(), now() from generate_series(1, $2)`, [watched.topicId, watcherCount]);
    await admin.query('analyze watch_levels');
    for (let round = 0; round < rounds; round++) {
      await pod.quiet();
      const alone = await replying(token, other);
      await pod.quiet();
      const before = pod.cpu();
      const started = performance.now();
      const { postId, ms } = await reply(token, watched);
      const [meanwhile, told] = await Promise.all([replying(token, other), allTold(postId, started)]);
      await pod.quiet();
      const after = pod.cpu();
      found.cpu.push(after.services + after.postgres - before.services - before.postgres);
      found.rows.push(told);
      found.itself.push(ms);
      found.alone.push(percentile(alone, 0.5));
      found.aloneLate.push(percentile(alone, 0.95));
      found.meanwhile.push(percentile(meanwhile, 0.5));
      found.meanwhileLate.push(percentile(meanwhile, 0.95));
      tell(`watchers, round ${round + 1}: all told after ${told.toFixed(0)} ms, the post itself ${ms.toFixed(0)} ms; replies p50 ${found.alone.at(-1)!.toFixed(1)} alone, ${found.meanwhile.at(-1)!.toFixed(1)} ms meanwhile`);
    }
  } finally {
    await admin.end();
  }
  return {
    figures: [
      { name: `a post that ${watcherCount} members watch → all are told`, unit: 'ms', values: found.rows, goal: 3_000 },
      { name: '… the post itself is answered', unit: 'ms', values: found.itself, baseline: { name: 'a reply nobody watches, p50', values: found.alone } },
      { name: '… replies elsewhere meanwhile, p50', unit: 'ms', values: found.meanwhile, baseline: { name: 'the same alone', values: found.alone } },
      { name: '… replies elsewhere meanwhile, p95', unit: 'ms', values: found.meanwhileLate, baseline: { name: 'the same alone', values: found.aloneLate } },
      { name: '… of services and PostgreSQL, all of it', unit: 'CPU-ms', values: found.cpu },
    ],
    notes: [`Watchers: one reply into a topic that ${watcherCount} members watch; meanwhile ${replies} replies into another, ten a second. Told means: the row of each is there, counted every 20 ms.`],
  };

  async function reply(as: string, { topicId }: Topic): Promise<{ postId: string; ms: number }> {
    const started = performance.now();
    const { postId } = await api<{ postId: string }>(pod, 'POST', `/topics/${topicId}/posts`, { markdown: `${ordinaryText}\n\n${randomUUID()}` }, as);
    return { postId, ms: performance.now() - started };
  }

  async function replying(as: string, topic: Topic): Promise<number[]> {
    const times: number[] = [];
    for (let n = 0; n < replies; n++) {
      const { ms } = await reply(as, topic);
      times.push(ms);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 100 - ms)));
    }
    return times;
  }

  async function allTold(postId: string, started: number): Promise<number> {
    for (;;) {
      const { rows } = await admin.query<{ n: number }>('select count(*)::int as n from notification_entries where subject_id = $1', [postId]);
      if (rows[0]!.n >= watcherCount) return performance.now() - started;
      if (performance.now() - started > 120_000) throw new Error(`Only ${rows[0]!.n} of ${watcherCount} were told of ${postId}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
