import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, METRICS } from '@unityplan/service-kit';
import type { Logger, Metrics } from '@unityplan/telemetry';

/** What the forum counts and logs about its own work, one method per fact. */
@Injectable()
export class ForumMetrics {
  private readonly posts;
  private readonly unresolved;

  constructor(
    @Inject(METRICS) metrics: Metrics,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.posts = metrics.counter('forum_posts_total', 'Posts written, edited and deleted', ['change']);
    this.unresolved = metrics.counter('forum_mentions_unresolved_total', 'Texts whose mentions could not be looked up');
  }

  postChanged(change: 'topic' | 'reply' | 'edit' | 'delete'): void {
    this.posts.inc({ change });
  }

  mentionsUnresolved(error: unknown): void {
    this.unresolved.inc();
    this.log.warn({ err: error }, 'the user service is away; mentions stay text');
  }
}
