import { forum, type badge, type EventContract, type Gate, type PayloadOf } from '@unityplan/contracts';
import { deliver, startConstellation, startPushEndpoint, type Constellation, type PushEndpoint, type TestMember } from '@unityplan/testing';
import { v7 } from 'uuid';
import { startNotification } from '../src/app.ts';
import { Workers } from '../src/jobs/workers.ts';
import { startMailSink, type MailSink } from './mail-sink.ts';
import { commons, known, neighbours, setClock } from './stand-ins.ts';

export type Person = TestMember & { readonly address: string };
interface ReplyFacts {
  to?: TestMember;
  mentions?: readonly TestMember[];
  topicId?: string;
  categoryId?: string;
  number?: number;
  text?: string;
  title?: string;
  id?: string;
  postId?: string;
}

export interface NotificationWorld extends Constellation {
  readonly sink: MailSink;
  readonly push: PushEndpoint;
  now(): number;
  /** A member with a name, a confirmed address and a language. */
  person(name: string, overrides?: { language?: 'en' | 'da'; verified?: boolean; timeZone?: string }): Promise<Person>;
  /** Gives or takes a badge, as the evaluator sees it. */
  hold(member: TestMember, badges: readonly (string | badge.Holding)[]): void;
  /** A category behind a gate. */
  category(read: Gate, moderate?: Gate): string;
  /** A reply as the forum tells of it; the forum knows its text from then on. */
  reply(by: TestMember, facts: ReplyFacts): Promise<{ postId: string; topicId: string; outcome: 'handled' | 'duplicate' }>;
  /** Delivers an event as its owner would publish it. */
  tell<E extends EventContract>(contract: E, overrides?: Partial<PayloadOf<E>>, options?: { id?: string; territory?: string }): Promise<'handled' | 'duplicate'>;
  /** Resolves when no worker has anything in hand. */
  settled(): Promise<void>;
  /** Lets time pass and the workers look again. */
  later(ms: number): Promise<void>;
  jobs(table?: 'mail_jobs' | 'push_jobs'): Promise<{ status: string; attempts: number; note: string | null; uncertain: boolean; held: boolean; message_id: string; kind: string; next_at: Date }[]>;
  rows<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  published(event: string): Promise<Record<string, unknown>[]>;
}

export async function startNotificationWorld(options: { start?: number; config?: Record<string, unknown> } = {}): Promise<NotificationWorld> {
  const [sink, push] = await Promise.all([startMailSink(), startPushEndpoint()]);
  let now = options.start ?? Date.UTC(2026, 10, 21, 9);
  setClock(() => now);
  const world = await startConstellation({
    services: [startNotification, ...neighbours],
    clock: () => now,
    config: { smtpUrl: sink.url, mailFrom: 'UnityPlan <no-reply@unityplan.org>', pushContact: 'mailto:push@unityplan.org', pushDelayMs: 0, pushTrustedOrigins: [push.origin], ...options.config },
  });
  const running = world.service('notification');
  const workers = running.app.get(Workers);
  const rows = <T extends object>(text: string, values: unknown[] = []) => world.ground.query<T>(text, values);
  // Issuer keys are remembered for seconds: make both territories' before the first call.
  for (const territory of ['DK', 'NO']) await world.member(territory);
  return {
    ...world,
    sink,
    push,
    rows,
    now: () => now,
    settled: () => workers.idle(),
    person: async (name, { language = 'da', verified = true, timeZone = 'Europe/Copenhagen' } = {}) => {
      const member = await world.member();
      const address = `${name}@example.org`;
      known.locales.set(member.memberId, { language, timeZone, displayName: name, handle: name.toLowerCase() });
      known.addresses.set(member.memberId, { address, verified });
      return { ...member, address };
    },
    hold: ({ memberId }, badges) => {
      const awardedAt = '2026-01-01T00:00:00.000Z';
      known.holdings.set(memberId, badges.map((one) => (typeof one === 'string' ? { badge: one, level: 1, territory: 'DK', awardedAt, expiresAt: null } : one)));
    },
    category: (read, moderate = { rule: 'badge', badge: 'moderator' }) => {
      const categoryId = v7();
      known.gates.set(categoryId, { read, moderate });
      return categoryId;
    },
    reply: async (by, { to, mentions = [], topicId = v7(), categoryId = commons, number = 2, text = 'Ja, gerne.', title = 'Havnebadet i vinter', id, postId = v7() }) => {
      const topic = { title, slug: 'havnebadet-i-vinter' };
      known.topics.set(topicId, { categoryId, ...topic });
      known.posts.set(postId, { postId, topicId, number, topicTitle: title, topicSlug: topic.slug, authorId: by.memberId, excerpt: text, html: `<p>${text}</p>`, categoryId });
      const payload: Partial<PayloadOf<typeof forum.postCreated>> = {
        postId, topicId, categoryId, number, authorId: by.memberId, topicAuthorId: (to ?? by).memberId, mentionedIds: mentions.map(({ memberId }) => memberId),
      };
      const outcome = await deliver(running.messaging, forum.postCreated, payload, id ? { id } : {});
      return { postId, topicId, outcome };
    },
    tell: (contract, overrides, deliverOptions) => deliver(running.messaging, contract, overrides, deliverOptions),
    later: async (ms) => {
      now += ms;
      for (const worker of ['mail', 'push', 'digests', 'spreads', 'retention'] as const) workers.wake(worker, 'DK');
      await workers.idle();
    },
    jobs: (table = 'mail_jobs') => rows(`select status, attempts, note, uncertain, held, kind, next_at${table === 'mail_jobs' ? ', message_id' : ''} from territory_dk.${table} order by created_at, id`),
    published: async (event) => (await rows<{ payload: Record<string, unknown> }>('select payload from messaging.outbox where event = $1 order by id', [event])).map(({ payload }) => payload),
    stop: async () => {
      await world.stop();
      await sink.close();
      await push.close();
    },
  };
}
