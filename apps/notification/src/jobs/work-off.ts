import type { Clock } from '@unityplan/service-kit';
import type { NotificationDb } from '../db/schema.ts';
import { claimJobs, giveBackJobs, type Job, type JobTable } from './job-rows.ts';

export interface WorkOffOptions<T extends JobTable> {
  readonly db: NotificationDb;
  readonly clock: Clock;
  readonly table: T;
  /** How many at the same time. */
  readonly atOnce: number;
  /** Sends one, without a transaction, and reports on it in one. */
  readonly work: (territory: string, job: Job<T>) => Promise<void>;
  /** Has another round run in a while: something is due then. */
  readonly again: (territory: string, inMs: number) => void;
}

/**
 * A round over due jobs until none is left. Several workers share the jobs by row locks. A job is claimed in one transaction, sent
 * without one, and reported in a third, so that no lock waits for another's server.
 */
export function workOff<T extends JobTable>({ db, clock, table, atOnce, work, again }: WorkOffOptions<T>) {
  return async (territory: string, stopping: () => boolean): Promise<void> => {
    while (!stopping()) {
      const { jobs, nextAt } = await db.transact(territory, (tx) => claimJobs(tx, table, clock(), atOnce));
      if (jobs.length === 0) return nextAt ? again(territory, nextAt.getTime() - clock()) : undefined;
      // Claiming may have waited for a connection for seconds, in which the territory was closed.
      if (stopping()) return db.transact(territory, (tx) => giveBackJobs(tx, table, jobs, clock()));
      const ends = await Promise.allSettled(jobs.map((job) => work(territory, job)));
      // Not before all are done: whoever waits for the round to end waits for what it has in hand.
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
    }
  };
}
