import { JetStreamApiCodes, JetStreamApiError } from '@nats-io/jetstream';
import type { EventScope } from '@unityplan/contracts';
import type { Lease } from '../leases.ts';
import { reasonOf } from '../log.ts';
import { durableOf, streamOf } from '../subjects.ts';
import { backOff, sleep } from '../time.ts';
import { redriveRunner } from './redrive.ts';
import type { ConsumerOptions } from './options.ts';
import { ConsumerSession } from './session.ts';
import { Slots } from './slots.ts';

/** All events of one service: one durable per stream, active in one process at a time. */
export class EventConsumer {
  private lease: Lease | undefined;
  private readonly sessions = new Map<EventScope, ConsumerSession>();
  private readonly options: ConsumerOptions;

  constructor(options: ConsumerOptions) {
    this.options = options;
  }

  private get scopes(): EventScope[] {
    return [...new Set([...this.options.runner.handlers.values()].map((handler) => handler.contract.scope))];
  }

  /** Competes for the lease from now on. */
  start(): void {
    if (this.scopes.length === 0) return;
    this.lease ??= this.options.leases.hold(`consumer ${this.options.runner.service}`, (signal) => this.work(signal));
  }

  /** Ends running handlers, then gives the lease back. What was not acknowledged goes to the next. */
  async stop(): Promise<void> {
    await this.lease?.release();
    this.lease = undefined;
  }

  /** Whether this process is the active one, and how many events it has in hand. */
  get status(): { active: boolean; inHand: number } {
    return { active: this.sessions.size > 0, inHand: [...this.sessions.values()].reduce((sum, one) => sum + one.pending, 0) };
  }

  /** Resolves when every event in the streams so far has been handled or buried. For tests. */
  async drain(): Promise<void> {
    for (const scope of this.scopes) {
      const { link, runner, pod } = this.options;
      for (;;) {
        this.sessions.get(scope)?.hurry();
        const info = await (await link.manager()).consumers.info(streamOf(scope, pod).name, durableOf(runner.service)).catch(() => undefined);
        if (info && info.num_pending === 0 && info.num_ack_pending === 0 && this.status.inHand === 0) break;
        await sleep(5);
      }
    }
  }

  private async work(signal: AbortSignal): Promise<void> {
    const slots = new Slots(this.options.concurrency ?? 32, this.options.perTerritory ?? 3);
    const stopRedrive = redriveRunner(this.options, slots, signal);
    await Promise.all(this.scopes.map((scope) => this.consume(scope, slots, signal)));
    await stopRedrive();
  }

  private async consume(scope: EventScope, slots: Slots, signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures++) {
      const session = new ConsumerSession(this.options, scope, slots);
      this.sessions.set(scope, session);
      const error = await session.run(signal).then(() => undefined, (failure: unknown) => failure);
      this.sessions.delete(scope);
      if (signal.aborted) return;
      if (session.done > 0) failures = 0;
      const { log, runner } = this.options;
      if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound) log.info({ service: runner.service, scope }, 'waiting for the relay to make the stream');
      else log.warn({ service: runner.service, scope, error: reasonOf(error) }, 'consumer starts over from its last acknowledgement');
      await sleep(backOff([50, 100, 250, 500, 1000, 2000], failures), signal);
    }
  }
}
