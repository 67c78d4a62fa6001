/** A process of the rig: `node child.js publisher|relay|badge`. Dies by kill -9 at the fail point it is armed with. */
import { course } from '@unityplan/contracts';
import { Outbox, Relay } from '@unityplan/messaging';
import { onFailPoint } from '@unityplan/messaging/testing';
import { openResources, type PodConfig } from '@unityplan/service-kit';
import { createTerritoryDb } from '@unityplan/territory';
import pg from 'pg';
import { v7 } from 'uuid';
import { startBadge } from '../../src/app.ts';

/** What the rig asks of a process. */
export interface Order {
  /** `name:nth`: dies the nth time this point is passed. */
  readonly failPoint?: string;
  /** Completions to publish, each in a transaction of its own. */
  readonly complete?: readonly { readonly completionId: string; readonly memberId: string }[];
}

const role = process.argv[2]!;
const config = JSON.parse(process.env['RIG_CONFIG']!) as PodConfig;

function arm(text: string): void {
  const [name, nth = '1'] = text.split(':');
  let left = Number(nth);
  onFailPoint((point) => {
    if (point === name && --left === 0) process.kill(process.pid, 'SIGKILL');
  });
}

async function publisher(): Promise<void> {
  const { databases, registry, budget } = await openResources(config, 'course');
  const db = createTerritoryDb<object>({ service: 'course', databases, registry, budget });
  const outbox = new Outbox();
  process.on('message', ({ complete }: Order) => {
    for (const { completionId, memberId } of complete ?? [])
      void db
        .transact('DK', (tx) => outbox.publish(tx, course.courseCompleted, { completionId, memberId, courseId: v7(), versionId: v7(), badge: 'community-host', badgeLevel: 1 }))
        .then(() => process.send!({ completed: completionId }), () => undefined);
  });
}

async function relay(): Promise<void> {
  const { databases, nats, leases } = await openResources(config, 'event');
  const database = new pg.Pool({ ...databases.connection('global', 'event'), max: 2 });
  database.on('error', () => undefined);
  new Relay({ pod: config.podId, link: nats, leases, database, sweepMs: 500, checkMs: 500 }).start();
}

async function badge(): Promise<void> {
  await startBadge({ config, port: 0 });
}

process.on('message', ({ failPoint }: Order) => failPoint && arm(failPoint));
process.on('disconnect', () => process.exit());
await { publisher, relay, badge }[role as 'badge']();
process.send!({ ready: true });
