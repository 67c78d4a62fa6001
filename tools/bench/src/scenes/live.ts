import { chromium } from '@playwright/test';
import pg from 'pg';
import { WebSocket } from 'ws';
import type { Findings, Ground } from '../bench.ts';
import { percentile } from '../figures.ts';
import type { Written } from '../load/jobs.ts';
import { LoadProcess } from '../load/process.ts';
import { api, makeTopics, ordinaryText, signIn, type Topic } from '../people.ts';
import type { Pod } from '../pod.ts';

const rate = 100;
const warmSeconds = 3;
const seconds = 20;
const topicCount = 5;

/** When entries arrived, by post: milliseconds since 1970. */
type Arrivals = Map<string, number>;

/** Follows a topic as the pages do, and writes down when each new post is told. */
async function follow(pod: Pod, topicId: string, token: string, arrivals: Arrivals): Promise<WebSocket> {
  const { ticket } = await api<{ ticket: string }>(pod, 'POST', '/realtime/tickets', undefined, token);
  const socket = new WebSocket(`ws://127.0.0.1:${pod.port}/ws`, { headers: { host: pod.host } });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => socket.send(JSON.stringify({ type: 'hello', protocol: 1, ticket })));
    socket.on('message', (data: Buffer) => {
      const now = Date.now();
      const message = JSON.parse(data.toString('utf8')) as { type: string; name?: string; data?: { postId?: string } };
      if (message.type === 'ready') socket.send(JSON.stringify({ type: 'subscribe', stream: `topic:${topicId}` }));
      else if (message.type === 'subscribed') resolve();
      else if (message.type === 'refused' || message.type === 'closing') reject(new Error(`The live connection said ${data.toString('utf8')}`));
      else if (message.type === 'entry' && message.name === 'post.created' && message.data?.postId) arrivals.set(message.data.postId, now);
    });
  });
  const beat = setInterval(() => socket.send('{"type":"ping"}'), 5_000);
  socket.once('close', () => clearInterval(beat));
  return socket;
}

interface Reader {
  /** Entries at the page's socket, and posts that stand on the page by number. */
  read(): Promise<{ entries: Arrivals; shown: Map<number, number> }>;
  close(): Promise<void>;
}

/** A real browser with the topic open. Wraps WebSocket before the page's own code runs, to see frames when the page does. */
async function openReader(pod: Pod, topic: Topic): Promise<Reader> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const bench = { entries: [] as [string, number][], shown: [] as [number, number][], ready: false };
      (globalThis as unknown as { bench: typeof bench }).bench = bench;
      const Original = globalThis.WebSocket;
      globalThis.WebSocket = class extends Original {
        constructor(url: string | URL, protocols?: string | string[]) {
          super(url, protocols);
          this.addEventListener('message', (event) => {
            const now = Date.now();
            const message = JSON.parse(String(event.data)) as { type: string; name?: string; data?: { postId?: string } };
            if (message.type === 'subscribed') bench.ready = true;
            if (message.type === 'entry' && message.name === 'post.created' && message.data?.postId) bench.entries.push([message.data.postId, now]);
          });
        }
      };
      const look = (node: Node): void => {
        if (!(node instanceof Element)) return;
        for (const post of node.matches('article[data-number]') ? [node] : node.querySelectorAll('article[data-number]')) bench.shown.push([Number(post.getAttribute('data-number')), Date.now()]);
      };
      new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach(look))).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${pod.url}/topics/${topic.topicId}/${topic.slug}`);
    await page.locator('article[data-number]').first().waitFor();
    await page.waitForFunction(() => (globalThis as unknown as { bench: { ready: boolean } }).bench.ready);
    return {
      read: async () => {
        const { entries, shown } = await page.evaluate(() => (globalThis as unknown as { bench: { entries: [string, number][]; shown: [number, number][] } }).bench);
        return { entries: new Map(entries), shown: new Map(shown.toReversed()) };
      },
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** When PostgreSQL committed each post, by its own clock, which is this machine's. */
async function commitTimes(database: pg.ClientConfig, topicIds: readonly string[]): Promise<Arrivals> {
  const client = new pg.Client(database);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; ms: string }>('select id, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as ms from forum_posts where topic_id = any($1)', [topicIds]);
    return new Map(rows.map(({ id, ms }) => [id, Number(ms)]));
  } finally {
    await client.end();
  }
}

/** From the commit of a post to its entry at a reader, with 100 posts a second. */
export async function measureLive({ pod, members, rounds, tell }: Ground): Promise<Findings> {
  const load = new LoadProcess();
  const found = {
    browser50: [] as number[], browser99: [] as number[], client50: [] as number[], client99: [] as number[], answered50: [] as number[], answered99: [] as number[], shown50: [] as number[], shown99: [] as number[],
    pace: [] as number[], alone50: [] as number[], alone99: [] as number[], bare50: [] as number[], bare99: [] as number[],
  };
  let lost = 0;
  let unshown = 0;
  let told = 0;
  const round = async (withBrowser: boolean, length: number) => {
    await pod.quiet();
    const tokens = await Promise.all(members.map((member) => signIn(pod, member)));
    const topics = await makeTopics(pod, members.map((member, i) => ({ ...member, token: tokens[i]! })), topicCount, 1);
    const arrivals: Arrivals = new Map();
    const reader = withBrowser ? await openReader(pod, topics[0]!) : undefined;
    const sockets = await Promise.all(topics.map(({ topicId }) => follow(pod, topicId, tokens[0]!, arrivals)));
    try {
      const job = { kind: 'post', rate, port: pod.port, host: pod.host, tokens, topics: topics.map(({ topicId }) => topicId), text: ordinaryText } as const;
      await load.run({ ...job, seconds: warmSeconds });
      const { written = [], done, seconds: took } = await load.run({ ...job, seconds: length });
      const until = Date.now() + 60_000;
      while (Date.now() < until && written.some(({ postId }) => !arrivals.has(postId))) await new Promise((resolve) => setTimeout(resolve, 50));
      if (reader) await new Promise((resolve) => setTimeout(resolve, 2000));
      const committed = await commitTimes(pod.database('forum'), topics.map(({ topicId }) => topicId));
      return { pace: done / took, written, arrivals, committed, topics, page: await reader?.read() };
    } finally {
      for (const socket of sockets) socket.terminate();
      await reader?.close();
    }
  };
  const delays = (written: readonly Written[], from: (post: Written) => number | undefined, to: (post: Written) => number | undefined): number[] =>
    written.flatMap((post) => {
      const start = from(post);
      const end = to(post);
      return start === undefined || end === undefined ? [] : [end - start];
    });
  try {
    for (let i = 0; i < Math.min(rounds, 3); i++) {
      const alone = await round(false, 10);
      const least = delays(alone.written, ({ postId }) => alone.committed.get(postId), ({ postId }) => alone.arrivals.get(postId));
      found.alone50.push(percentile(least, 0.5));
      found.alone99.push(percentile(least, 0.99));

      const { pace, written, arrivals, committed, topics, page } = await round(true, seconds);
      const commit = ({ postId }: Written): number | undefined => committed.get(postId);
      const seen = written.filter(({ topicId }) => topicId === topics[0]!.topicId);
      const atBrowser = delays(seen, commit, ({ postId }) => page!.entries.get(postId));
      const atClients = delays(written, commit, ({ postId }) => arrivals.get(postId));
      const afterAnswer = delays(seen, ({ answeredAt }) => answeredAt, ({ postId }) => page!.entries.get(postId));
      const onPage = delays(seen, commit, ({ number }) => page!.shown.get(number));
      found.pace.push(pace);
      told += written.length + seen.length;
      lost += written.length - atClients.length + seen.length - atBrowser.length;
      unshown += seen.length - onPage.length;
      for (const [name, values] of [['browser', atBrowser], ['client', atClients], ['answered', afterAnswer], ['shown', onPage]] as const) {
        found[`${name}50`].push(percentile(values, 0.5));
        found[`${name}99`].push(percentile(values, 0.99));
      }
      const bare = await load.run({ kind: 'notify', rate, seconds: 5, database: pod.database('forum'), port: 0 });
      found.bare50.push(percentile(bare.latencies, 0.5));
      found.bare99.push(percentile(bare.latencies, 0.99));
      tell(`live, round ${i + 1}: browser p50 ${found.browser50.at(-1)} p99 ${found.browser99.at(-1)}; clients ${found.client50.at(-1)?.toFixed(1)}/${found.client99.at(-1)?.toFixed(1)}; no browser ${found.alone50.at(-1)?.toFixed(1)}/${found.alone99.at(-1)?.toFixed(1)}; shown ${found.shown50.at(-1)?.toFixed(0)}/${found.shown99.at(-1)?.toFixed(0)} (${onPage.length} of ${seen.length}); bare ${found.bare50.at(-1)?.toFixed(2)}/${found.bare99.at(-1)?.toFixed(2)} ms`);
    }
  } finally {
    await load.stop();
  }
  const bare50 = { name: 'NOTIFY → LISTEN → ws', values: found.bare50 };
  const bare99 = { name: 'NOTIFY → LISTEN → ws', values: found.bare99 };
  return {
    figures: [
      { name: 'commit → entry in Chromium, p50', unit: 'ms', values: found.browser50, goal: 50, baseline: bare50 },
      { name: 'commit → entry in Chromium, p99', unit: 'ms', values: found.browser99, goal: 200, baseline: bare99 },
      { name: 'commit → entry at ws clients meanwhile, p50', unit: 'ms', values: found.client50, goal: 50, baseline: bare50 },
      { name: 'commit → entry at ws clients meanwhile, p99', unit: 'ms', values: found.client99, goal: 200, baseline: bare99 },
      { name: 'the same without a browser on the machine, p50', unit: 'ms', values: found.alone50, goal: 50, baseline: bare50 },
      { name: 'the same without a browser on the machine, p99', unit: 'ms', values: found.alone99, goal: 200, baseline: bare99 },
      { name: 'replies answered a second meanwhile (asked: 100)', unit: '1/s', values: found.pace },
      { name: 'answer to the writer → entry in Chromium, p50', unit: 'ms', values: found.answered50 },
      { name: 'commit → post on the page (loaded and drawn), p50', unit: 'ms', values: found.shown50 },
      { name: 'commit → post on the page (loaded and drawn), p99', unit: 'ms', values: found.shown99 },
    ],
    notes: [
      `Live: ${rate} replies a second through the gateway into ${topicCount} topics for ${seconds} s a round, a ws client on each topic and Chromium on one, all on this machine together with the pod, PostgreSQL and the writers. The start is PostgreSQL's own commit time (track_commit_timestamp, before the flush to disk), the end the message event; both clocks are this machine's, to a millisecond. Of ${told} deliveries ${lost} were missing; ${unshown} posts were not drawn within 2 s of the end.`,
    ],
  };
}
