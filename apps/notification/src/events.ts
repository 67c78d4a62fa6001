import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, METRICS } from '@unityplan/service-kit';
import type { Logger, Metrics } from '@unityplan/telemetry';
import type { MailKind } from './db/mail-jobs.table.ts';

export type MailOutcome = 'sent' | 'retried' | 'failed' | 'cancelled';

/** What the mail worker counts and logs, one method per fact. Never an address, never a subject. */
@Injectable()
export class MailMetrics {
  private readonly mails;

  constructor(
    @Inject(METRICS) metrics: Metrics,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.mails = metrics.counter('notification_mails_total', 'Attempts to send mail by outcome', ['kind', 'outcome']);
  }

  attempted(job: { id: string; kind: MailKind }, outcome: MailOutcome, note: string | null): void {
    this.mails.inc({ kind: job.kind, outcome });
    if (outcome === 'failed' || outcome === 'retried') this.log.warn({ job: job.id, kind: job.kind, outcome, note }, 'mail not delivered');
  }

  roundFailed(error: unknown): void {
    this.log.error({ err: error }, 'mail jobs could not be worked on; the next sweep tries again');
  }
}
