import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerName } from '../types.ts';
import { isOurs, signalOurs } from './identity.ts';
import type { PidRecord } from './pid-file.ts';
import { readLivePidRecord, removePidRecord } from './pid-file.ts';

/** PostgreSQL writes everything down before it ends: the 100,000 files of 250 new territories take it a minute on a busy machine. */
const orderlyMs: Record<ServerName, number> = { postgres: 300_000, nats: 30_000, redis: 30_000 };

/** The signal for an orderly end. PostgreSQL: SIGINT, as SIGTERM would wait until every client has left by itself. */
const stopSignals: Record<ServerName, NodeJS.Signals> = { postgres: 'SIGINT', nats: 'SIGTERM', redis: 'SIGTERM' };

/** Ends the recorded process, if it is still ours, and waits until it is gone. */
export async function stopRecorded(stateDir: string, record: PidRecord): Promise<void> {
  signalOurs(record, stopSignals[record.server]);
  if (!(await gone(record, orderlyMs[record.server]))) {
    signalOurs(record, 'SIGKILL');
    await gone(record, 10_000);
  }
  if (!readLivePidRecord(stateDir, record.server)) removePidRecord(stateDir, record.server);
}

/** Stops the server an earlier run left in the state folder; false when there was none. */
export async function stopServer(stateDir: string, server: ServerName): Promise<boolean> {
  const record = readLivePidRecord(stateDir, server);
  if (!record) return false;
  await stopRecorded(stateDir, record);
  return true;
}

async function gone(record: PidRecord, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  for (let pause = 10; isOurs(record); pause = Math.min(pause * 1.5, 100)) {
    if (Date.now() > deadline) return false;
    await sleep(pause);
  }
  return true;
}
