import pg from 'pg';
import type { Findings, Ground } from '../bench.ts';
import { percentile } from '../figures.ts';
import { LoadProcess } from '../load/process.ts';
import { pagePath, signIn, topicPage } from '../people.ts';
import { statOf } from '../proc.ts';

const pace = { rate: 200, seconds: 5 };
/** The statement of the page as the forum sends it (posts.views.ts). */
export const statement = `select "post"."id", "post"."topic_id", "post"."number", "post"."author_id", "post"."created_at", "post"."edited_at", "post"."revision", "post"."deleted_at",
  "post"."html", "post"."markdown", "replied"."id" as "replied_id", "replied"."number" as "replied_number", "replied"."author_id" as "replied_author_id"
  from "forum_posts" as "post" left join "forum_posts" as "replied" on "replied"."id" = "post"."reply_to_id"
  where "post"."topic_id" = $1 order by "post"."number" asc limit $2`;

/** A page of 20 posts at 200 requests a second: CPU time of services and PostgreSQL for each. */
export async function measureTopicPage({ pod, members, topics, rounds, tell }: Ground): Promise<Findings> {
  const { topicId } = topics[0]!;
  const token = await signIn(pod, members[0]!);
  const authorization = `Bearer ${token}`;
  const example = await topicPage(pod, topicId, token);
  const key = pod.contextKey;
  const forumPort = pod.portOf('forum');
  const load = new LoadProcess();
  const bareServer = new LoadProcess();
  const found = { gateway: [] as number[], forum: [] as number[], services: [] as number[], postgres: [] as number[], others: [] as number[], p50: [] as number[], p99: [] as number[], bare: [] as number[], sql: [] as number[], sqlPostgres: [] as number[], idle: [] as number[] };
  try {
    const headers = Object.fromEntries(Object.entries(example.headers).filter(([name]) => !['transfer-encoding', 'content-length', 'connection', 'keep-alive', 'date'].includes(name))) as Record<string, string>;
    const { port: barePort } = await bareServer.serve({ kind: 'serve', headers, body: example.bytes.toString('utf8') });
    const gateway = { kind: 'get', ...pace, port: pod.port, path: pagePath(topicId), headers: { host: pod.host, authorization } } as const;
    const forum = { kind: 'get', ...pace, port: forumPort, path: pagePath(topicId), headers: { authorization }, sign: { key, territory: 'DK' } } as const;
    const bare = { kind: 'get', ...pace, port: barePort, path: pagePath(topicId), headers: { host: pod.host, authorization } } as const;
    const sql = { kind: 'sql', ...pace, database: pod.database('forum'), text: statement, values: [topicId, 21] } as const;
    for (const job of [gateway, forum, bare, sql]) await load.run(job);
    for (let round = 0; round < rounds; round++) {
      const quiet = pod.cpu();
      await new Promise((resolve) => setTimeout(resolve, 2000));
      const quietEnd = pod.cpu();
      found.idle.push((quietEnd.services + quietEnd.postgres - quiet.services - quiet.postgres) / 2);
      {
        const before = pod.cpu();
        const { done, latencies } = await load.run(gateway);
        const after = pod.cpu();
        found.services.push((after.services - before.services) / done);
        found.postgres.push((after.postgres - before.postgres) / done);
        found.others.push((after.redis + after.nats - before.redis - before.nats) / done);
        found.gateway.push((after.services + after.postgres - before.services - before.postgres) / done);
        found.p50.push(percentile(latencies, 0.5));
        found.p99.push(percentile(latencies, 0.99));
      }
      {
        const before = pod.cpu();
        const { done } = await load.run(forum);
        const after = pod.cpu();
        found.forum.push((after.services + after.postgres - before.services - before.postgres) / done);
      }
      {
        const before = statOf(bareServer.pid)!.cpuMs;
        const { done } = await load.run(bare);
        found.bare.push((statOf(bareServer.pid)!.cpuMs - before) / done);
      }
      {
        const before = pod.cpu();
        const { done, ownCpuMs } = await load.run(sql);
        await new Promise((resolve) => setTimeout(resolve, 300)); // until PostgreSQL has counted in the backends that ended
        const postgresMs = pod.cpu().postgres - before.postgres;
        found.sqlPostgres.push(postgresMs / done);
        found.sql.push((postgresMs + ownCpuMs) / done);
      }
      tell(`topic page, round ${round + 1}: gateway ${found.gateway.at(-1)!.toFixed(2)} (PostgreSQL ${found.postgres.at(-1)!.toFixed(2)}), forum ${found.forum.at(-1)!.toFixed(2)}, bare ${found.bare.at(-1)!.toFixed(2)}, SQL ${found.sql.at(-1)!.toFixed(2)} CPU-ms`);
    }
    const floor = { name: 'bare node:http + plain pg', values: found.bare.map((bareMs, i) => bareMs + found.sql[i]!) };
    return {
      figures: [
        { name: 'topic page of 20 posts through the gateway', unit: 'CPU-ms', values: found.gateway, goal: 2, baseline: floor },
        { name: '… of it PostgreSQL', unit: 'CPU-ms', values: found.postgres, baseline: { name: 'same SQL by plain pg', values: found.sqlPostgres } },
        { name: '… of it the services', unit: 'CPU-ms', values: found.services, baseline: { name: 'bare node:http', values: found.bare } },
        { name: '… Redis and NATS besides', unit: 'CPU-ms', values: found.others },
        { name: 'topic page at the forum service itself', unit: 'CPU-ms', values: found.forum, goal: 2, baseline: floor },
        { name: 'topic page through the gateway, p50', unit: 'ms', values: found.p50 },
        { name: 'topic page through the gateway, p99', unit: 'ms', values: found.p99 },
        { name: 'pod at rest, services and PostgreSQL', unit: 'CPU-ms/s', values: found.idle },
      ],
      notes: [
        `Topic page: ${example.bytes.length} bytes of JSON at ${pace.rate} requests a second as a signed-in member, with the limits of the gateway on (set very high); rest is not subtracted, which at this pace is ${(found.idle.reduce((a, b) => a + b, 0) / found.idle.length / pace.rate).toFixed(2)} CPU-ms of each figure.`,
      ],
    };
  } finally {
    await load.stop();
    await bareServer.stop();
  }
}

/** The author of a topic's first post, as rows need it. */
export async function firstPostOf(database: pg.ClientConfig, topicId: string): Promise<{ author_id: string; html: string }> {
  const client = new pg.Client(database);
  await client.connect();
  try {
    return (await client.query<{ author_id: string; html: string }>('select author_id, html from forum_posts where topic_id = $1 and number = 1', [topicId])).rows[0]!;
  } finally {
    await client.end();
  }
}
