import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { forum } from '@unityplan/contracts';
import { Outbox, Relay } from '@unityplan/messaging';
import { buildProgram, startConstellation, startPushEndpoint, type Constellation, type PushEndpoint, type TestBrowser } from '@unityplan/testing';
import { createTerritoryDb, type TerritoryDb } from '@unityplan/territory';
import pg from 'pg';
import { v7 } from 'uuid';
import { startMailSink, type MailSink } from '../mail-sink.ts';
import { commons, known, neighbours } from '../stand-ins.ts';

/** A reader with mail and a browser. */
interface Reader {
  readonly memberId: string;
  readonly address: string;
  readonly browser: TestBrowser;
}

/** The service in a process that dies again and again, with real servers, a real mail server and a real push service around it. */
export class Rig {
  deaths = 0;
  readonly readers: Reader[] = [];
  readonly posts: { postId: string; topicId: string; to: Reader | undefined }[] = [];
  private child!: ChildProcess;
  private ready!: Promise<unknown>;
  private stopping = false;
  private ahead = 0;

  private constructor(
    readonly pod: Constellation, readonly sink: MailSink, readonly push: PushEndpoint,
    private readonly parts: { file: string; dir: string; relay: Relay; relayPool: pg.Pool; outbox: Outbox; forum: TerritoryDb<never> },
  ) {
    this.start();
  }

  static async start(): Promise<Rig> {
    const [pod, file, sink, push, dir] = await Promise.all([startConstellation({ services: neighbours }), buildProgram(join(import.meta.dirname, '../..'), 'test/kills/child.ts'), startMailSink(), startPushEndpoint(), mkdtemp(join(tmpdir(), 'unityplan-notification-'))]);
    const { databases, nats, leases, registry, budget } = pod.resources;
    const relayPool = new pg.Pool({ ...databases.connection('global', 'event'), max: 2 });
    relayPool.on('error', () => undefined);
    const relay = new Relay({ pod: pod.config.podId, link: nats, leases, database: relayPool, sweepMs: 500, checkMs: 500 });
    relay.start();
    return new Rig(pod, sink, push, { file, dir, relay, relayPool, outbox: new Outbox(), forum: createTerritoryDb<never>({ service: 'forum', databases, registry, budget }) });
  }

  /** Readers whom replies concern, and `watchers` of one category besides. Through the running service, once. */
  async people(readers: number, watchers: number): Promise<string> {
    const { query } = this.pod.ground;
    const categoryId = v7();
    known.gates.set(categoryId, { read: { rule: 'everyone' }, moderate: { rule: 'member' } });
    await query(`insert into territory_dk.watch_levels (member_id, place, place_id, level, rank, set_at) select gen_random_uuid(), 'category', $1, 'watching', gen_random_uuid(), now() from generate_series(1, $2::int)`, [categoryId, watchers]);
    // Watchers want nothing but their list: their mail and digests would only make the test longer.
    await query(`insert into territory_dk.notification_preferences (member_id, channels) select member_id, '{"watching": {"inApp": true, "mail": "off", "push": false}}' from territory_dk.watch_levels`);
    const { SealedSubscriptions } = await import('../../src/push/sealed-subscriptions.ts');
    const sealed = new SealedSubscriptions(this.pod.resources.keyring);
    for (let i = 0; i < readers; i++) {
      const { memberId } = await this.pod.member();
      const address = `reader-${i}@example.org`;
      const browser = this.push.browser();
      known.locales.set(memberId, { language: 'da', timeZone: 'Europe/Copenhagen', displayName: `Reader ${i}`, handle: `reader${i}` });
      known.addresses.set(memberId, { address, verified: true });
      const row = sealed.seal('DK', memberId, { ...browser.subscription, device: '' });
      await query('insert into territory_dk.push_subscriptions (id, member_id, endpoint_index, wrapped_key, sealed, created_at) values ($1, $2, $3, $4, $5, now())', [v7(), memberId, row.endpoint_index, row.wrapped_key, row.sealed]);
      this.readers.push({ memberId, address, browser });
    }
    return categoryId;
  }

  /** A reply to a reader, or one that only watchers hear of, published as the forum does. */
  async post(to: Reader | undefined, categoryId = commons): Promise<void> {
    const [postId, topicId, authorId] = [v7(), v7(), v7()];
    known.posts.set(postId, { postId, topicId, number: 2, topicTitle: `Topic ${this.posts.length}`, topicSlug: 'topic', authorId, excerpt: 'Ja', html: '', categoryId });
    this.posts.push({ postId, topicId, to });
    await this.parts.forum.transact('DK', (tx) =>
      this.parts.outbox.publish(tx, forum.postCreated, { postId, topicId, categoryId, authorId, number: 2, topicAuthorId: to?.memberId ?? authorId, replyToPostId: null, replyToAuthorId: null, mentionedIds: [] }));
  }

  /** Dies at once, and is there again, six minutes later by its clock: what it had in hand comes up again. */
  async kill(): Promise<void> {
    await this.ready;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
    this.deaths++;
    this.ahead += 6 * 60_000;
    writeFileSync(join(this.parts.dir, 'clock'), String(this.ahead));
    this.start();
    await this.ready;
  }

  /** Resolves when nothing is left to do; throws what is left after a minute. */
  async quiet(): Promise<void> {
    for (const end = performance.now() + 60_000; ; await sleep(50)) {
      const left = await this.pod.ground.query<{ what: string; n: number }>(`
        select 'unsent' as what, count(*)::int as n from messaging.outbox where sent_at is null
        union all select 'unheard', count(*)::int from messaging.outbox o where o.event = 'post.created' and not exists (select 1 from messaging.inbox i where i.consumer = 'notification' and i.event_id = o.event_id)
        union all select 'spreads', count(*)::int from territory_dk.spreads where done_at is null
        union all select 'mails', count(*)::int from territory_dk.mail_jobs where done_at is null
        union all select 'pushes', count(*)::int from territory_dk.push_jobs where done_at is null`);
      const open = left.filter(({ n }) => n > 0);
      if (open.length === 0) return;
      if (performance.now() > end) throw new Error(`still to do: ${JSON.stringify(open)}`);
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
    await this.parts.relay.stop();
    await this.parts.relayPool.end();
    await this.parts.forum.close();
    await this.pod.stop();
    await this.sink.close();
    await this.push.close();
    await rm(this.parts.dir, { recursive: true });
  }

  private start(): void {
    if (this.stopping) return;
    const { file, dir } = this.parts;
    const config = {
      ...this.pod.config, logLevel: 'error', smtpUrl: this.sink.url, mailFrom: 'UnityPlan <no-reply@unityplan.org>', pushContact: 'mailto:push@unityplan.org', pushDelayMs: 0, pushTrustedOrigins: [this.push.origin],
      clockFile: join(dir, 'clock'),
    };
    writeFileSync(config.clockFile, String(this.ahead));
    this.child = fork(file, [], { env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: join(dirname(file), 'cache'), RIG_CONFIG: JSON.stringify(config) }, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.ready = once(this.child, 'message');
  }
}
