/** A process of the rig: `node fixture.ts writer|relay|consumer`. Dies by kill -9 at the fail point it is armed with. */
import { exampleId, forum } from '@unityplan/contracts';
import { EventConsumer, EventRunner, Leases, NatsLink, Outbox, Relay, type Log } from '@unityplan/messaging';
import { onFailPoint } from '@unityplan/messaging/testing';
import { sql } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { databasesOf, dbOf, LEASE_POLL_MS, NATS_ACCOUNT, POD, TERRITORIES, type Setting } from './setting.ts';

const role = process.argv[2]!;
const setting = JSON.parse(process.env['FAULTS_SETTING']!) as Setting;
const say = (level: string) => (fields: object, text: string) => process.env['FAULTS_LOG'] && console.error(role, process.pid, level, text, JSON.stringify(fields));
const log: Log = { info: say('info'), warn: say('warn'), error: say('error') };

/** `name:nth`: the nth time the point is passed. */
function arm(text: string | undefined): void {
  const [name, nth = '1'] = (text ?? '').split(':');
  let left = Number(nth);
  onFailPoint((point) => {
    if (point === name && --left === 0) process.kill(process.pid, 'SIGKILL');
  });
}
arm(process.env['FAIL_POINT']);

const link = () => new NatsLink({ url: setting.natsUrl, user: NATS_ACCOUNT.user, password: NATS_ACCOUNT.password, name: role, log });
const leases = (service: string) => new Leases({ connection: databasesOf(setting).connection('global', service), pollMs: LEASE_POLL_MS, log });

async function writer(): Promise<void> {
  const db = dbOf(setting, 'forum');
  const outbox = new Outbox();
  const once = async () => {
    const territory = TERRITORIES[Math.floor(Math.random() * TERRITORIES.length)]!;
    const topicId = exampleId(1 + Math.floor(Math.random() * 8));
    await db.transact(territory, async (tx) => {
      const eventId = await outbox.publish(tx, forum.topicCreated, { ...forum.topicCreated.example, topicId });
      // A slow transaction now and then: before its event is numbered, or between that and the commit.
      if (Math.random() < 0.1) await sleep(Math.random() * 30);
      if (Math.random() < 0.1) tx.beforeCommit(() => sql`select pg_sleep(${Math.random() * 0.03})`.compile(tx.db));
      await tx.db.insertInto('written').values({ event_id: eventId, aggregate: topicId }).execute();
    });
  };
  process.on('message', (message: { write?: number }) => {
    const lane = async (left: number): Promise<void> => {
      for (let i = 0; i < left; i++) await once().catch((error: unknown) => log.warn({ error: String(error) }, 'write failed'));
    };
    if (message.write) void Promise.all([1, 2, 3, 4].map(() => lane(Math.ceil(message.write! / 4)))).then(() => process.send!({ written: true }));
  });
}

async function relay(): Promise<void> {
  const pool = new pg.Pool({ ...databasesOf(setting).connection('global', 'event'), max: 2 });
  pool.on('error', () => undefined);
  new Relay({ pod: POD, link: link(), leases: leases('event'), database: pool, log, sweepMs: 500, checkMs: 500, markMs: 20 }).start();
}

async function consumer(): Promise<void> {
  const runner = new EventRunner({
    service: 'notification', db: dbOf(setting, 'notification'),
    handlers: [{
      contract: forum.topicCreated,
      run: async (event, tx) => {
        if (Math.random() < 0.02) throw new Error('a failure now and then');
        await tx.db.insertInto('effects').values({ event_id: event.id, aggregate: event.aggregate, seq: event.seq }).execute();
      },
    }],
  });
  new EventConsumer({ pod: POD, link: link(), leases: leases('notification'), runner, log, retryMs: [20, 50], maxAttempts: 50 }).start();
}

process.on('message', (message: { failPoint?: string }) => message.failPoint && arm(message.failPoint));
process.on('disconnect', () => process.exit());
await { writer, relay, consumer }[role as 'writer']();
process.send?.({ ready: true }, undefined, undefined, () => undefined); // the rig may be gone
