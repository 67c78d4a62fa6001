import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { buildProgram, startConstellation, type Constellation } from '@unityplan/testing';
import { v7 } from 'uuid';
import type { Order } from './child.ts';

/** Where processes kill themselves, by role; `none`: they are killed at a random moment instead. */
export const faults = [
  ['publisher', 'publish-before-commit'], ['relay', 'relay-before-publish'], ['relay', 'relay-after-publish'], ['relay', 'relay-before-mark'], ['relay', 'relay-after-mark'],
  ['badge', 'publish-before-commit'], ['badge', 'consumer-before-commit'], ['badge', 'consumer-before-ack'], ['badge', 'consumer-after-ack'],
  ['publisher', 'none'], ['relay', 'none'], ['badge', 'none'],
] as const;
export type Fault = (typeof faults)[number];
type Role = Fault[0];

/** A process that is started again whenever it dies. */
class Child {
  deaths = 0;
  ready: Promise<unknown>;
  private process: ChildProcess;
  private stopping = false;

  constructor(readonly role: Role, private readonly file: string, private readonly env: NodeJS.ProcessEnv, private readonly onMessage: (message: { completed?: string }) => void) {
    [this.process, this.ready] = this.start();
  }
  send(order: Order): void {
    if (this.process.connected) this.process.send(order, () => undefined);
  }
  kill(): void {
    this.process.kill('SIGKILL');
  }
  async stop(): Promise<void> {
    this.stopping = true;
    const gone = once(this.process, 'exit');
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill('SIGKILL');
      await gone;
    }
  }
  private start(): [ChildProcess, Promise<unknown>] {
    const child = fork(this.file, [this.role], { env: this.env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.on('error', () => undefined);
    child.on('message', this.onMessage);
    const ready = new Promise<void>((resolve) => child.on('message', (message: { ready?: boolean }) => message.ready && resolve()));
    child.once('exit', () => {
      if (this.stopping) return;
      this.deaths++;
      [this.process, this.ready] = this.start();
    });
    return [child, ready];
  }
}

/** A publisher of completions, two relays and two badge services, on real servers; of two the second stands by. */
export class Rig {
  private readonly asked = new Map<string, string>();
  private constructor(
    private readonly pod: Constellation,
    private readonly children: readonly Child[],
    private readonly answered: ReadonlySet<string>,
  ) {}

  static async start(): Promise<Rig> {
    const [pod, file] = await Promise.all([startConstellation({ services: [] }), buildProgram(join(import.meta.dirname, '../..'), 'test/kills/child.ts')]);
    const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: join(dirname(file), 'cache'), RIG_CONFIG: JSON.stringify({ ...pod.config, logLevel: 'error' }) };
    const answered = new Set<string>();
    const roles: Role[] = ['publisher', 'relay', 'relay', 'badge', 'badge'];
    const rig = new Rig(pod, roles.map((role) => new Child(role, file, env, ({ completed }) => completed && answered.add(completed))), answered);
    await Promise.all(rig.children.map(({ ready }) => ready));
    return rig;
  }

  get deaths(): number {
    return this.children.reduce((sum, { deaths }) => sum + deaths, 0);
  }

  /** Lets members complete a course while something dies, and goes on until it did and every completion was answered. */
  async round([role, point]: Fault, count: number, random: () => number): Promise<void> {
    const before = this.deaths;
    const targets = this.children.filter((child) => child.role === role);
    if (point !== 'none') for (const child of targets) child.send({ failPoint: `${point}:${1 + Math.floor(random() * 3)}` });
    const began = performance.now();
    const killAfter = random() * 60;
    do {
      const fresh = Array.from({ length: count }, () => ({ completionId: v7(), memberId: v7() }));
      for (const { completionId, memberId } of fresh) this.asked.set(completionId, memberId);
      await this.publish();
      await new Promise((resolve) => setTimeout(resolve, 15));
      if (point === 'none' && this.deaths === before && performance.now() - began > killAfter) targets[Math.floor(random() * targets.length)]!.kill();
    } while (this.deaths === before);
    // The one that stood by must live to take over.
    for (const child of targets) child.send({ failPoint: 'nothing' });
    await this.publish();
  }

  /** Asks for everything that was not answered, again after each death: what a client does that lost its line. */
  private async publish(): Promise<void> {
    const [publisher] = this.children as [Child];
    for (let deaths = -1; ; ) {
      const open = [...this.asked].filter(([completionId]) => !this.answered.has(completionId)).map(([completionId, memberId]) => ({ completionId, memberId }));
      if (open.length === 0) return;
      if (deaths !== publisher.deaths) {
        await publisher.ready;
        deaths = publisher.deaths;
        publisher.send({ complete: open });
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  /** Waits until all is quiet, then answers everything that is wrong with what there is. */
  async faults(): Promise<string[]> {
    const { query } = this.pod.ground;
    const left = async (): Promise<number> => (await query<{ n: number }>(`
      select (select count(*) from messaging.outbox where sent_at is null)::int
        + (select count(*) from messaging.outbox o where o.event = 'course.completed' and not exists (select 1 from messaging.inbox i where i.consumer = 'badge' and i.event_id = o.event_id))::int as n`))[0]!.n;
    for (const end = performance.now() + 60_000; (await left()) > 0 && performance.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 20));
    const said: string[] = [];
    const check = async (what: string, text: string): Promise<void> => {
      const rows = await query<{ id: string }>(text);
      if (rows.length > 0) said.push(`${what}: ${rows.length}, such as ${rows[0]!.id}`);
    };
    const told = `select distinct payload ->> 'completionId' as id, payload ->> 'memberId' as member from messaging.outbox where event = 'course.completed'`;
    await check('completions without their badge', `select t.id from (${told}) t left join territory_dk.user_badge_grants g on g.completion_id::text = t.id where g.award_id is null`);
    await check('badges for nothing', `select g.id::text from territory_dk.user_badge_grants g where g.completion_id::text not in (select t.id from (${told}) t)`);
    await check('members with more than one badge', `select member_id::text as id from territory_dk.user_badges group by member_id having count(*) <> 1`);
    await check('badges without exactly one event', `select b.id::text from territory_dk.user_badges b left join messaging.outbox o on o.event = 'badge.awarded' and o.payload ->> 'awardId' = b.id::text group by b.id having count(o.event_id) <> 1`);
    await check('events of no badge', `select o.event_id::text as id from messaging.outbox o where o.event = 'badge.awarded' and not exists (select 1 from territory_dk.user_badges b where b.id::text = o.payload ->> 'awardId')`);
    await check('what was given up', `select id::text from messaging.dead_letters`);
    const [{ badges } = { badges: 0 }] = await query<{ badges: number }>('select count(*)::int as badges from territory_dk.user_badges');
    if (badges !== this.asked.size) said.push(`${this.asked.size} completions were asked for, ${badges} badges are there`);
    return said;
  }

  get completions(): number {
    return this.asked.size;
  }

  async stop(): Promise<void> {
    await Promise.all(this.children.map((child) => child.stop()));
    await this.pod.stop();
  }
}
