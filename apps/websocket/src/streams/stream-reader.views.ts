import { Inject, Injectable } from '@nestjs/common';
import { METRICS } from '@unityplan/service-kit';
import type { Metrics } from '@unityplan/telemetry';
import type { Counter } from 'prom-client';
import { StreamsViews, type Stretch, type Wanted } from './streams.views.ts';

interface Question extends Wanted {
  readonly answer: Promise<Stretch>;
  readonly resolve: (stretch: Stretch) => void;
  readonly reject: (error: unknown) => void;
}
interface Desk {
  waiting: Map<string, Question>;
  running: number;
}
const gatherMs = 2;
const atOnce = 2;
const batchLimit = 500;

/**
 * Asks PostgreSQL for many connections together: questions about a territory that come while others are being answered go
 * into one statement, and equal ones are asked once. A storm of returning clients costs a few reads, not one each.
 */
@Injectable()
export class StreamReader {
  private readonly desks = new Map<string, Desk>();
  private readonly reads: Counter;

  constructor(
    private readonly views: StreamsViews,
    @Inject(METRICS) metrics: Metrics,
  ) {
    this.reads = metrics.counter('live_stream_reads_total', 'Statements that read streams, each for many connections');
  }

  ask(territory: string, stream: string, after: number | null): Promise<Stretch> {
    const desk = this.desks.get(territory) ?? { waiting: new Map<string, Question>(), running: 0 };
    this.desks.set(territory, desk);
    const key = `${stream} ${after}`;
    const known = desk.waiting.get(key);
    if (known) return known.answer;
    let settle!: Pick<Question, 'resolve' | 'reject'>;
    const answer = new Promise<Stretch>((resolve, reject) => (settle = { resolve, reject }));
    desk.waiting.set(key, { stream, after, answer, ...settle });
    if (desk.running < atOnce && desk.waiting.size === 1) setTimeout(() => this.next(territory, desk), gatherMs);
    return answer;
  }

  private next(territory: string, desk: Desk): void {
    if (desk.running >= atOnce || desk.waiting.size === 0) return;
    const questions = [...desk.waiting.values()].slice(0, batchLimit);
    for (const { stream, after } of questions) desk.waiting.delete(`${stream} ${after}`);
    desk.running++;
    this.reads.inc();
    this.views
      .stretches(territory, questions)
      .then((found) => questions.forEach(({ resolve }, n) => resolve(found[n]!)), (error: unknown) => questions.forEach(({ reject }) => reject(error)))
      .finally(() => {
        desk.running--;
        this.next(territory, desk);
      });
    this.next(territory, desk);
  }
}
