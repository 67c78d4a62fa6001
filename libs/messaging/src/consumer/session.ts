import type { JsMsg } from '@nats-io/jetstream';
import type { EventScope } from '@unityplan/contracts';
import { fromMessage, type WireEvent } from '../envelope.ts';
import { failPoint } from '../fail-points.ts';
import { reasonOf } from '../log.ts';
import { durableOf, eventFilter, streamOf } from '../subjects.ts';
import { backOff, sleep } from '../time.ts';
import { Batches } from './batches.ts';
import { recreateDurable } from './durable.ts';
import { verdictOn } from './failures.ts';
import { maxAttemptsDefault, retryDefault, type ConsumerOptions } from './options.ts';
import type { Slots } from './slots.ts';

const FETCH_MS = 5000;
/** Above this, other aggregates no longer wait for a transaction that takes long. */
const SLOW_MS = 250;

interface InHand {
  /** Territory and aggregate, as the headers have them. */
  readonly lane: string;
  readonly message: JsMsg;
}
type Settled = 'handled' | 'duplicate' | 'dead';

/** Consuming one stream from the making of the durable until anything is in doubt; the next session begins at its ack floor. */
export class ConsumerSession {
  private readonly inHand = new Map<number, JsMsg>();
  private readonly batches: Batches<InHand>;
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
    const { gatherMs = 40, together = 50, perTerritory = 3 } = options;
    this.batches = new Batches({
      gatherMs, most: together, perGroup: perTerritory, slowMs: SLOW_MS,
      together: (territory, items) => this.together(territory, items),
      alone: (territory, { message }, failed) => this.alone(message, territory, failed),
    });
  }

  /** From now on nothing is held back for company. For tests. */
  hurry(): void {
    this.batches.hurry();
  }

  get pending(): number {
    return this.inHand.size;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { link, pod, runner, ackWaitMs = 30_000, maxInHand = 2000 } = this.options;
    const end = () => this.stop.abort();
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    const alive = setInterval(() => this.keep(), ackWaitMs / 3);
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
      await this.batches.stop();
      clearInterval(alive);
    }
  }

  /** Keeps what is in hand from being delivered again. On a connection that is closed nothing is in hand any more. */
  private keep(): void {
    try {
      this.inHand.forEach((message) => message.working());
    } catch (error) {
      this.options.log.warn({ error: reasonOf(error) }, 'what is in hand could not be kept');
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
    this.batches.add(territory, { message, lane: `${territory} ${message.headers?.get('up-aggregate') ?? ''}` });
  }

  /** One transaction for all of them. When it fails, nothing of it has happened: each is then tried on its own. */
  private async together(territory: string, items: readonly InHand[]): Promise<{ failed?: unknown }> {
    if (this.stop.signal.aborted) return {};
    const began = Date.now();
    try {
      const events = items.map(({ message }) => fromMessage(message));
      const outcomes = await this.slots.run(territory, async () => (this.stop.signal.aborted ? [] : this.options.runner.attemptAll(events)));
      outcomes.forEach((outcome, n) => this.settle(items[n]!.message, events[n]!.event, outcome, began));
      return {};
    } catch (failed) {
      return { failed };
    }
  }

  /** Until it is handled or buried; only its own lane waits. Ends without an ack when the session does. */
  private async alone(first: JsMsg, territory: string, failed: unknown): Promise<void> {
    const began = Date.now();
    for (let tries = 0; !this.stop.signal.aborted; tries++) {
      const step = await this.slots.run(territory, () => this.attempt(first, tries, failed));
      failed = undefined;
      if (step.settled) return this.settle(first, step.event, step.settled, began);
      await sleep(step.waitMs, this.stop.signal);
    }
  }

  private settle(first: JsMsg, event: string, outcome: Settled, began: number): void {
    this.options.onOutcome?.(event, outcome, (Date.now() - began) / 1000);
    const message = this.inHand.get(first.seq) ?? first;
    failPoint('consumer-before-ack');
    if (outcome === 'dead') message.term('buried');
    else message.ack();
    failPoint('consumer-after-ack');
    this.done++;
    this.inHand.delete(first.seq);
    this.room();
  }

  /** `failed`: it was tried already, in a batch of its own, and failed with this. */
  private async attempt(message: JsMsg, tries: number, failed: unknown): Promise<{ settled?: Settled; waitMs: number; event: string }> {
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
      if (failed !== undefined) throw failed as Error;
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
        log.warn(about, 'the database or another service is away; trying again');
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
