import { Inject, Injectable } from '@nestjs/common';
import type { forum } from '@unityplan/contracts';
import { LOGGER, METRICS } from '@unityplan/service-kit';
import type { Logger, Metrics } from '@unityplan/telemetry';
import { Histogram } from 'prom-client';
import type { z } from 'zod';

/** From a minute to a week. */
const waitBuckets = [60, 300, 900, 3_600, 14_400, 86_400, 259_200, 604_800];

/** What the forum counts and logs about its own work, one method per fact. */
@Injectable()
export class ForumMetrics {
  private readonly posts;
  private readonly unresolved;
  private readonly decisions;
  private readonly waits;

  constructor(
    @Inject(METRICS) metrics: Metrics,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.posts = metrics.counter('forum_posts_total', 'Posts written, edited and deleted', ['change']);
    this.decisions = metrics.counter('forum_decisions_total', 'What moderators decided', ['action']);
    const wait = { name: 'forum_case_wait_seconds', help: 'How long cases waited until a moderator took them', labelNames: ['kind'] as const, buckets: waitBuckets };
    this.waits = new Histogram({ ...wait, registers: [metrics.registry] });
    this.unresolved = metrics.counter('forum_mentions_unresolved_total', 'Texts put off because nobody could say whom they mention');
  }

  postChanged(change: 'topic' | 'reply' | 'edit' | 'delete'): void {
    this.posts.inc({ change });
  }

  decided(action: z.infer<typeof forum.decisionAction>): void {
    this.decisions.inc({ action });
  }

  caseTaken(kind: 'flags' | 'appeal', waitedMs: number): void {
    this.waits.observe({ kind }, waitedMs / 1000);
  }

  mentionsUnresolved(error: unknown): void {
    this.unresolved.inc();
    this.log.warn({ err: error }, 'the user service is away; a text with mentions waits');
  }
}
