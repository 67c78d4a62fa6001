import type { JsMsg } from '@nats-io/jetstream';
import type { EventScope } from '@unityplan/contracts';
import { fromMessage, type WireEvent } from '../envelope.ts';
import { failPoint } from '../fail-points.ts';
import { reasonOf } from '../log.ts';
import { durableOf, eventFilter, streamOf } from '../subjects.ts';
import { backOff, sleep } from '../time.ts';
import { recreateDurable } from './durable.ts';
import { verdictOn } from './failures.ts';
import { Lanes } from './lanes.ts';
import { maxAttemptsDefault, retryDefault, type ConsumerOptions } from './options.ts';
import type { Slots } from './slots.ts';

const FETCH_MS = 5000;

/** Consuming one stream from the making of the durable until anything is in doubt; the next session begins at its ack floor. */
export class ConsumerSession {
  private readonly inHand = new Map<number, JsMsg>();
  private readonly lanes = new Lanes();
  private readonly stop = new AbortController();
  private room: () => void = () => undefined;
  /** Events of this stream that this session has seen to. */
  done = 0;
  private readonly options: ConsumerOptions;
  private readonly scope: EventScope;
  private readonly slots: Slots;

  constructor(options: ConsumerOptions, scope: EventScope, slots: Slots) {
    this.options = options;
    this.scope = scope;
    this.slots = slots;
  }

  get pending(): number {
    return this.inHand.size;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { link, pod, runner, ackWaitMs = 30_000, maxInHand = 2000 } = this.options;
    const end = () => this.stop.abort();
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    const alive = setInterval(() => this.inHand.forEach((message) => message.working()), ackWaitMs / 3);
    try {
      await link.connect();
      const filters = [...runner.handlers.values()].filter((one) => one.contract.scope === this.scope).map((one) => eventFilter(one.contract));
      const consumer = await recreateDurable(link.jetstream(), await link.manager(), {
        stream: streamOf(this.scope, pod).name, durable: durableOf(runner.service), filters, ackWaitMs, maxAckPending: maxInHand,
      });
      while (!this.stop.signal.aborted) {
        const free = maxInHand - this.inHand.size;
        if (free <= 0) await this.untilRoom();
        else await this.fetch(await consumer.fetch({ max_messages: Math.min(free, 500), expires: FETCH_MS, idle_heartbeat: 1000 }));
      }
    } finally {
      signal.removeEventListener('abort', end);
      end();
      this.room();
      await this.lanes.settled();
      clearInterval(alive);
    }
  }

  /** Reads one batch. A client's iterator can fall silent after a restart of the server (nats.js #570, #649): it is then left. */
  private async fetch(batch: AsyncIterable<JsMsg> & { stop(error?: Error): void }): Promise<void> {
    const end = () => batch.stop();
    this.stop.signal.addEventListener('abort', end, { once: true });
    if (this.stop.signal.aborted) end();
    const watchdog = setTimeout(() => batch.stop(new Error('the batch fell silent')), FETCH_MS + 2000);
    try {
      for await (const message of batch) this.accept(message);
    } finally {
      clearTimeout(watchdog);
      this.stop.signal.removeEventListener('abort', end);
    }
  }

  private untilRoom(): Promise<void> {
    return new Promise((resolve) => {
      this.room = resolve;
      if (this.stop.signal.aborted) resolve();
    });
  }

  private accept(message: JsMsg): void {
    if (this.stop.signal.aborted) return;
    const again = this.inHand.has(message.seq);
    this.inHand.set(message.seq, message); // a redelivery: the newer message is the one to acknowledge
    if (again) return;
    const territory = message.headers?.get('up-territory') ?? '';
    const lane = `${territory} ${message.headers?.get('up-aggregate') ?? ''}`;
    void this.lanes.run(lane, () => this.process(message, territory)).finally(() => {
      this.inHand.delete(message.seq);
      this.room();
    });
  }

  /** Until it is handled or buried; only its own lane waits. Ends without an ack when the session does. */
  private async process(first: JsMsg, territory: string): Promise<void> {
    const began = Date.now();
    for (let tries = 0; !this.stop.signal.aborted; tries++) {
      const step = await this.slots.run(territory, () => this.attempt(first, tries));
      if (step.settled) {
        this.options.onOutcome?.(step.event, step.settled, (Date.now() - began) / 1000);
        const message = this.inHand.get(first.seq) ?? first;
        failPoint('consumer-before-ack');
        if (step.settled === 'dead') message.term('buried');
        else message.ack();
        failPoint('consumer-after-ack');
        this.done++;
        return;
      }
      await sleep(step.waitMs, this.stop.signal);
    }
  }

  private async attempt(message: JsMsg, tries: number): Promise<{ settled?: 'handled' | 'duplicate' | 'dead'; waitMs: number; event: string }> {
    if (this.stop.signal.aborted) return { waitMs: 0, event: '' };
    const { runner, log, onOutcome } = this.options;
    let event: WireEvent;
    try {
      event = fromMessage(message);
    } catch (error) {
      log.error({ subject: message.subject, seq: message.seq, error: reasonOf(error) }, 'no event of ours; left out');
      return { settled: 'dead', waitMs: 0, event: message.subject };
    }
    try {
      return { settled: await runner.attempt(event, { retried: tries > 0 || message.redelivered }), waitMs: 0, event: event.event };
    } catch (error) {
      return await this.afterFailure(event, error, tries).then((step) => {
        if (!step.settled) onOutcome?.(event.event, 'retry', 0);
        return { ...step, event: event.event };
      });
    }
  }

  private async afterFailure(event: WireEvent, error: unknown, tries: number): Promise<{ settled?: 'dead'; waitMs: number }> {
    const { runner, log, retryMs = retryDefault, maxAttempts = maxAttemptsDefault } = this.options;
    const about = { event: event.event, id: event.id, territory: event.territory, error: reasonOf(error) };
    const verdict = verdictOn(error);
    try {
      if (verdict === 'wait') {
        log.warn(about, 'database away; trying again');
        return { waitMs: backOff([200, 500, 1000, 2000], tries) };
      }
      const count = verdict === 'dead' ? maxAttempts : await runner.countFailure(event, error, (n) => retryMs[Math.min(n, retryMs.length) - 1] ?? 1000);
      if (count < maxAttempts) {
        log.warn({ ...about, count }, 'handler failed; trying again');
        return { waitMs: backOff(retryMs, count - 1) };
      }
      await runner.bury(event, error);
      log.error(about, 'event buried as a dead letter');
      return { settled: 'dead', waitMs: 0 };
    } catch (failure) {
      log.warn({ ...about, failure: reasonOf(failure) }, 'failure could not be noted; trying again');
      return { waitMs: backOff([200, 500, 1000, 2000], tries) };
    }
  }
}
