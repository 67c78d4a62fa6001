import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, METRICS } from '@unityplan/service-kit';
import type { Logger, Metrics } from '@unityplan/telemetry';

export type Outcome = 'sent' | 'retried' | 'failed' | 'cancelled' | 'held';
/** Those who look for work of their own, by what they look for. */
export type Worker = 'mail' | 'push' | 'digests' | 'spreads' | 'retention';

/** What the workers count and log, one method per fact. Never an address, never a subject. */
@Injectable()
export class WorkMetrics {
  private readonly counters;

  constructor(
    @Inject(METRICS) metrics: Metrics,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.counters = {
      mail: metrics.counter('notification_mails_total', 'Attempts to send mail by outcome', ['kind', 'outcome']),
      push: metrics.counter('notification_pushes_total', 'Attempts to send push messages by outcome', ['kind', 'outcome']),
    };
  }

  attempted(channel: 'mail' | 'push', job: { id: string; kind: string }, outcome: Outcome, note: string | null): void {
    this.counters[channel].inc({ kind: job.kind, outcome });
    if (outcome === 'failed' || outcome === 'retried') this.log.warn({ job: job.id, kind: job.kind, outcome, note }, `${channel} not delivered`);
  }

  roundFailed(worker: Worker, error: unknown): void {
    this.log.error({ err: error, worker }, 'work could not be done; the next sweep tries again');
  }
}
