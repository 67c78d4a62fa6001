import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, METRICS } from '@unityplan/service-kit';
import type { Logger, Metrics } from '@unityplan/telemetry';

/** What the badge service counts and logs about its own work, one method per fact. */
@Injectable()
export class BadgeMetrics {
  private readonly changes;
  private readonly lag;

  constructor(
    @Inject(METRICS) metrics: Metrics,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.changes = metrics.counter('badge_changes_total', 'Badges awarded, renewed, revoked, expired, and completions that wait', ['change']);
    this.lag = metrics.seconds('badge_expiry_lag_seconds', 'From the end of a badge to its event');
  }

  changed(change: 'awarded' | 'renewed' | 'revoked' | 'waiting'): void {
    this.changes.inc({ change });
  }

  expired(lateMs: number): void {
    this.changes.inc({ change: 'expired' });
    this.lag.observe(lateMs / 1000);
  }

  expiryFailed(territory: string, error: unknown): void {
    this.log.warn({ err: error, territory }, 'what is due could not be told; it is tried again');
  }

  coursesAway(error: unknown): void {
    this.log.warn({ err: error }, 'the course service is away; courses are shown as last known');
  }
}
