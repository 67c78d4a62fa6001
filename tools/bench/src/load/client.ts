/** The load process: gets one job by message, does it, answers. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { WebSocket, WebSocketServer } from 'ws';
import { call } from '../http.ts';
import { crowd } from './crowd.ts';
import type { CrowdJob, CrowdState, Job, LoadResult, PressureJob, PressureResult, Written } from './jobs.ts';
import { pressure } from './open-loop.ts';
import { paced } from './paced.ts';
import { routedReads } from './routed.ts';
import { flood } from './raw.ts';
import { signed } from './signing.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

async function get(job: Extract<Job, { kind: 'get' }>): Promise<LoadResult> {
  return paced(job, async () => {
    const headers = job.sign ? { ...job.headers, 'x-up-context': signed(job.sign) } : job.headers;
    const { status } = await call({ port: job.port, path: job.path, headers, agent });
    if (status !== 200) throw new Error(`${job.path} answered ${status}`);
  });
}

async function tour(job: Extract<Job, { kind: 'tour' }>): Promise<LoadResult> {
  return paced(job, async (index) => {
    const host = job.hosts[index % job.hosts.length]!;
    const { status } = await call({ port: job.port, path: job.path, headers: { host }, agent });
    if (status !== 200) throw new Error(`${host} answered ${status}`);
  });
}

async function walk(job: Extract<Job, { kind: 'walk' }>): Promise<LoadResult> {
  const offset = Math.floor(Math.random() * job.tokens.length);
  return paced(job, async (index) => {
    const headers = { host: job.host, authorization: `Bearer ${job.tokens[(offset + index) % job.tokens.length]!}` };
    let cursor: string | null = null;
    let pages = 0;
    do {
      const { status, bytes } = await call({ port: job.port, path: cursor === null ? job.path : `${job.path}&cursor=${cursor}`, headers, agent });
      if (status !== 200) throw new Error(`${job.path} answered ${status}: ${bytes.toString('utf8').slice(0, 200)}`);
      cursor = (JSON.parse(bytes.toString('utf8')) as { next: string | null }).next;
    } while (cursor !== null && ++pages < (job.pages ?? Infinity));
  });
}

async function post(job: Extract<Job, { kind: 'post' }>): Promise<LoadResult> {
  const written: Written[] = [];
  const result = await paced(job, async (index) => {
    const topicId = job.topics[index % job.topics.length]!;
    const headers = { ...(job.sign ? { 'x-up-context': signed(job.sign) } : {}), host: job.host, authorization: `Bearer ${job.tokens[index % job.tokens.length]!}`, 'idempotency-key': randomBytes(12).toString('hex') };
    const sentAt = Date.now();
    const { status, bytes } = await call({ port: job.port, path: `/api/v1/topics/${topicId}/posts`, method: 'POST', headers, body: { markdown: job.text }, agent });
    const answeredAt = Date.now();
    if (status !== 201) throw new Error(`A post was answered ${status}: ${bytes.toString('utf8').slice(0, 200)}`);
    const { postId, number } = JSON.parse(bytes.toString('utf8')) as { postId: string; number: number };
    written.push({ postId, topicId, number, sentAt, answeredAt });
  });
  return { ...result, written };
}

/** The pool and statement of a program without a layer in between. */
async function sql(job: Extract<Job, { kind: 'sql' }>): Promise<LoadResult> {
  const pool = new pg.Pool({ ...job.database, max: 4 });
  try {
    return await paced(job, async () => {
      const { rows } = await pool.query(job.text, [...job.values]);
      if (rows.length < 20) throw new Error(`The statement found ${rows.length} rows`);
    });
  } finally {
    await pool.end();
  }
}

/** The least a reply can cost: two statements and a commit; no outbox, no events, no rendering. */
async function sqlWrite(job: Extract<Job, { kind: 'sql-write' }>): Promise<LoadResult> {
  const pool = new pg.Pool({ ...job.database, max: 4 });
  try {
    return await paced(job, async () => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const { rows } = await client.query<{ post_count: number }>('update forum_topics set post_count = post_count + 1 where id = $1 returning post_count', [job.topicId]);
        await client.query(
          `insert into forum_posts (id, topic_id, number, author_id, created_at, mentioned_ids, markdown, html, excerpt, render_version) values ($1, $2, $3, $4, now(), '{}', $5, $6, '', 1)`,
          [randomUUID(), job.topicId, rows[0]!.post_count, job.authorId, job.markdown, job.html],
        );
        await client.query('commit');
      } finally {
        client.release();
      }
    });
  } finally {
    await pool.end();
  }
}

/** The shortest way from a commit to a socket: NOTIFY, LISTEN, a ws frame. Its latency is what the machine itself takes. */
async function notify(job: Extract<Job, { kind: 'notify' }>): Promise<LoadResult> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const listener = new pg.Client(job.database);
  const writer = new pg.Pool({ ...job.database, max: 4 });
  await listener.connect();
  await listener.query('listen bench');
  listener.on('notification', ({ payload }) => server.clients.forEach((client) => client.send(payload ?? '')));
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const latencies: number[] = [];
  const waiting = new Map<string, number>();
  socket.on('message', (data: Buffer) => {
    const at = waiting.get(data.toString('utf8'));
    if (at !== undefined) latencies.push(performance.now() - at);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  try {
    const result = await paced(job, async (index) => {
      waiting.set(String(index), performance.now());
      await writer.query('select pg_notify($1, $2)', ['bench', String(index)]);
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { ...result, latencies };
  } finally {
    socket.terminate();
    server.close();
    await listener.end();
    await writer.end();
  }
}

/** node:http that answers the same bytes to everyone, until it is ended. */
async function serve(job: Extract<Job, { kind: 'serve' }>): Promise<{ port: number }> {
  const bytes = Buffer.from(job.body);
  const server = createServer((_request, answer) => {
    if (job.workMs) for (const used = process.cpuUsage(); process.cpuUsage(used).user + process.cpuUsage(used).system < job.workMs * 1000; );
    answer.writeHead(200, { ...job.headers, 'content-length': bytes.length }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port };
}

/** argon2id with the parameters of our sign-in, as many at once as the machine has cores. */
async function hashing({ seconds }: Extract<Job, { kind: 'hash' }>): Promise<LoadResult> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const lane = async (): Promise<void> => {
    while (performance.now() - startedAt < seconds * 1000) {
      const at = performance.now();
      await hash('seven quiet harbour lamps', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
      latencies.push(performance.now() - at);
    }
  };
  await Promise.all([lane(), lane()]);
  const used = process.cpuUsage(cpu);
  return { done: latencies.length, failed: 0, seconds: (performance.now() - startedAt) / 1000, latencies, ownCpuMs: (used.user + used.system) / 1000 };
}

async function work(job: Job | CrowdJob | PressureJob): Promise<LoadResult | CrowdState | PressureResult | { port: number }> {
  switch (job.kind) {
    case 'get': return get(job);
    case 'walk': return walk(job);
    case 'post': return post(job);
    case 'sql': return sql(job);
    case 'sql-write': return sqlWrite(job);
    case 'notify': return notify(job);
    case 'serve': return serve(job);
    case 'flood': return flood(job);
    case 'pressure': return pressure(job);
    case 'crowd-join': case 'crowd-storm': case 'crowd-tell': return crowd(job);
    case 'hash': return hashing(job);
    case 'tour': return tour(job);
    case 'routed': return routedReads(job);
  }
}

process.on('message', (job: Job | CrowdJob | PressureJob) => {
  work(job).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
