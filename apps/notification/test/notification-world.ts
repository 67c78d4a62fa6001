import { forum, type PayloadOf } from '@unityplan/contracts';
import { deliver, startConstellation, type Constellation, type TestMember } from '@unityplan/testing';
import { v7 } from 'uuid';
import { startNotification } from '../src/app.ts';
import { MailWorker } from '../src/mail/mail.worker.ts';
import { startMailSink, type MailSink } from './mail-sink.ts';
import { known, neighbours } from './stand-ins.ts';

export interface NotificationWorld extends Constellation {
  readonly sink: MailSink;
  /** A member with a name, a confirmed address and a language. */
  person(name: string, overrides?: { language?: 'en' | 'da'; verified?: boolean }): Promise<TestMember & { address: string }>;
  /** A reply as the forum tells of it; the forum knows its text from then on. */
  reply(by: TestMember, facts: { to?: TestMember; mentions?: TestMember[]; topicId?: string; number?: number; text?: string; id?: string; postId?: string }): Promise<{ postId: string; topicId: string; outcome: 'handled' | 'duplicate' }>;
  /** Delivers an event as its owner would publish it. */
  tell: typeof deliver extends (server: never, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never;
  /** Resolves when the mail worker has nothing in hand. */
  mailed(): Promise<void>;
  /** Lets time pass and the worker look again. */
  later(ms: number): Promise<void>;
  jobs(): Promise<{ status: string; attempts: number; note: string | null; uncertain: boolean; message_id: string }[]>;
  published(event: string): Promise<Record<string, unknown>[]>;
}

export async function startNotificationWorld(): Promise<NotificationWorld> {
  const sink = await startMailSink();
  let now = Date.UTC(2026, 10, 21, 9);
  const world = await startConstellation({
    services: [startNotification, ...neighbours],
    clock: () => now,
    config: { smtpUrl: sink.url, mailFrom: 'UnityPlan <no-reply@unityplan.org>' },
  });
  const running = world.service('notification');
  const worker = running.app.get(MailWorker);
  const rows = <T extends object>(text: string, values: unknown[] = []) => world.ground.query<T>(text, values);
  // Issuer keys are remembered for seconds: make both territories' before the first call.
  for (const territory of ['DK', 'NO']) await world.member(territory);
  return {
    ...world,
    sink,
    person: async (name, { language = 'da', verified = true } = {}) => {
      const member = await world.member();
      const address = `${name}@example.org`;
      known.locales.set(member.memberId, { language, timeZone: 'Europe/Copenhagen', displayName: name, handle: name });
      known.addresses.set(member.memberId, { address, verified });
      return { ...member, address };
    },
    reply: async (by, { to, mentions = [], topicId = v7(), number = 2, text = 'Ja, gerne.', id, postId = v7() }) => {
      known.posts.set(postId, { postId, topicId, number, topicTitle: 'Havnebadet i vinter', topicSlug: 'havnebadet-i-vinter', authorId: by.memberId, excerpt: text, html: `<p>${text}</p>` });
      const payload: Partial<PayloadOf<typeof forum.postCreated>> = {
        postId, topicId, number, authorId: by.memberId, topicAuthorId: (to ?? by).memberId, mentionedIds: mentions.map(({ memberId }) => memberId),
      };
      const outcome = await deliver(running.messaging, forum.postCreated, payload, id ? { id } : {});
      return { postId, topicId, outcome };
    },
    tell: (contract, overrides, options) => deliver(running.messaging, contract, overrides, options),
    mailed: () => worker.idle(),
    later: async (ms) => {
      now += ms;
      worker.wake('DK');
      await worker.idle();
    },
    jobs: () => rows('select status, attempts, note, uncertain, message_id from territory_dk.mail_jobs order by id'),
    published: async (event) => (await rows<{ payload: Record<string, unknown> }>('select payload from messaging.outbox where event = $1 order by id', [event])).map(({ payload }) => payload),
    stop: async () => {
      await world.stop();
      await sink.close();
    },
  };
}
