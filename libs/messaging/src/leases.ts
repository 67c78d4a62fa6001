import pg from 'pg';
import { reasonOf, silent, type Log } from './log.ts';
import { sleep } from './time.ts';

/** A hold on work that one process of the pod does at a time. */
export interface Lease {
  /** Gives it back, after the work has ended. */
  release(): Promise<void>;
}

/** How leases are kept: by advisory locks of one connection. */
export interface LeasesOptions {
  /** Any login of the pod's database, e.g. `databases.connection('global', service)`. */
  readonly connection: pg.ClientConfig;
  /** How often a lease that another process has is tried for, besides being told. Default 1000. */
  readonly pollMs?: number;
  readonly log?: Log;
}
interface Wish {
  readonly name: string;
  readonly work: (signal: AbortSignal) => Promise<void>;
  readonly ended: AbortController;
  /** Set while this process has the lease. */
  holding?: AbortController;
  running?: Promise<void>;
}

/**
 * One kept connection to PostgreSQL for leases (advisory locks) and LISTEN, shared by all services of a process. At most one
 * process of those that use the same database holds a lease; when the connection dies, every signal aborts at once.
 */
export class Leases {
  private client: pg.Client | undefined;
  private readonly wishes = new Set<Wish>();
  private readonly channels = new Map<string, Set<() => void>>();
  private readonly closing = new AbortController();
  private loop: Promise<void> | undefined;
  private nudge = () => undefined as void;
  private readonly options: LeasesOptions;
  private readonly log: Log;

  constructor(options: LeasesOptions) {
    this.options = options;
    this.log = options.log ?? silent;
  }

  /** Runs `work` whenever this process has the lease, again after it was lost. Work must end soon after its signal aborts. */
  hold(name: string, work: (signal: AbortSignal) => Promise<void>): Lease {
    const wish: Wish = { name, work, ended: new AbortController() };
    this.wishes.add(wish);
    this.start();
    this.nudge();
    return {
      release: async () => {
        wish.ended.abort();
        this.wishes.delete(wish);
        wish.holding?.abort();
        await wish.running;
      },
    };
  }

  /** Calls `fn` on each NOTIFY of a channel, and after each reconnect, since one may have been missed. Answers how to stop. */
  listen(channel: string, fn: () => void): () => void {
    if (!/^[a-z_]+$/.test(channel)) throw new Error(`no channel name: ${channel}`);
    const all = this.channels.get(channel) ?? new Set();
    this.channels.set(channel, all.add(fn));
    this.start();
    void this.client?.query(`LISTEN ${channel}`).catch(() => undefined);
    return () => all.delete(fn);
  }

  /** Gives all leases back and closes the connection. */
  async close(): Promise<void> {
    const running = [...this.wishes].map((wish) => {
      wish.ended.abort();
      wish.holding?.abort();
      return wish.running;
    });
    await Promise.all(running);
    this.closing.abort();
    this.nudge();
    await this.loop;
  }

  private start(): void {
    this.loop ??= this.run();
  }

  private async run(): Promise<void> {
    while (!this.closing.signal.aborted) {
      const client = new pg.Client({ ...this.options.connection, keepAlive: true, connectionTimeoutMillis: 5000, query_timeout: 5000, application_name: 'unityplan leases' });
      const lost = new Promise<unknown>((resolve) => {
        client.on('error', resolve);
        client.on('end', () => resolve(new Error('connection ended')));
      });
      try {
        await client.connect();
        client.on('notification', ({ channel }) => this.notified(channel));
        this.client = client;
        await client.query(['lease_released', ...this.channels.keys()].map((channel) => `LISTEN ${channel}`).join(';'));
        for (const channel of this.channels.keys()) this.notified(channel);
        await Promise.race([this.serve(client), lost.then((error) => Promise.reject(error as Error))]);
      } catch (error) {
        if (!this.closing.signal.aborted) this.log.warn({ error: reasonOf(error) }, 'lease connection lost; leases are given up');
      }
      this.client = undefined;
      for (const wish of this.wishes) wish.holding?.abort();
      await client.end().catch(() => undefined);
      await sleep(200 + Math.random() * 300, this.closing.signal);
    }
  }

  private notified(channel: string): void {
    if (channel === 'lease_released') this.nudge();
    for (const fn of this.channels.get(channel) ?? []) fn();
  }

  /** Tries for what is not held yet, every `pollMs`; each round is a heartbeat too (query_timeout ends a dead connection). */
  private async serve(client: pg.Client): Promise<void> {
    while (!this.closing.signal.aborted) {
      const nudged = new Promise<void>((resolve) => (this.nudge = resolve));
      const waiting = [...this.wishes].filter((wish) => !wish.running && !wish.ended.signal.aborted);
      if (waiting.length === 0) await client.query('SELECT 1');
      for (const wish of waiting) {
        const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got', [`unityplan:${wish.name}`]);
        if (rows[0]?.got) this.begin(client, wish);
      }
      await Promise.race([nudged, sleep((this.options.pollMs ?? 1000) * (0.8 + Math.random() * 0.4), this.closing.signal)]);
    }
  }

  private begin(client: pg.Client, wish: Wish): void {
    const holding = new AbortController();
    wish.holding = holding;
    if (wish.ended.signal.aborted) holding.abort();
    wish.running = wish
      .work(holding.signal)
      .catch((error: unknown) => this.log.error({ lease: wish.name, error: reasonOf(error) }, 'work under a lease failed'))
      .then(async () => {
        if (!holding.signal.aborted) await sleep(1000, holding.signal); // failed or ended by itself: do not spin
        delete wish.holding;
        if (this.client !== client) return;
        await client.query(`SELECT pg_advisory_unlock(hashtextextended($1, 0)), pg_notify('lease_released', '')`, [`unityplan:${wish.name}`]);
      })
      .catch((error: unknown) => this.log.warn({ lease: wish.name, error: reasonOf(error) }, 'lease not given back'))
      .finally(() => delete wish.running);
  }
}
