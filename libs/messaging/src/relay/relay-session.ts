import type { JetStreamClient } from '@nats-io/jetstream';
import { toHeaders } from '../envelope.ts';
import { failPoint } from '../fail-points.ts';
import { reasonOf, type Log } from '../log.ts';
import { eventSubject, streamOf } from '../subjects.ts';
import { backOff, sleep } from '../time.ts';
import type { OutboxRow, OutboxStore } from './outbox-store.ts';
import { RelayQueue } from './queue.ts';
import { retrySteps, type RelayOptions } from './relay-options.ts';
import { Streams } from './streams.ts';

/** From one look at the streams to the next reset: read, publish, mark. Any doubt ends it, and the next starts from PostgreSQL. */
export class RelaySession {
  sent = 0;
  private readonly queue = new RelayQueue();
  private readonly streams: Streams;
  private readonly stop = new AbortController();
  private failure: unknown;
  private acked: OutboxRow[] = [];
  private marking: Promise<void> | undefined;
  private markAtOnce: () => void = () => undefined;
  private wakeUp: () => void = () => undefined;
  private woken = true;
  private mayMark = true;
  private markedMeanwhile = new Set<string>();
  private gate: Promise<unknown> = Promise.resolve();
  private js!: JetStreamClient;
  private readonly options: RelayOptions;
  private readonly store: OutboxStore;
  private readonly log: Log;

  constructor(options: RelayOptions, store: OutboxStore, log: Log) {
    this.options = options;
    this.store = store;
    this.log = log;
    this.streams = new Streams({ pod: options.pod, database: options.database, limits: options.streams ?? {}, log });
  }

  get inHand(): number {
    return this.queue.waiting;
  }

  wake(): void {
    this.woken = true;
    this.wakeUp();
  }

  /** Marks what is acknowledged without gathering more. For who waits for the marks. */
  flush(): void {
    this.markAtOnce();
    this.wake();
  }

  async run(signal: AbortSignal): Promise<void> {
    const end = () => this.fail(undefined);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    const stops = [this.options.leases.listen('outbox', () => this.wake()), this.options.link.onReconnect(() => void this.checkStreams().catch((error: unknown) => this.fail(error)))];
    const timers = [setInterval(() => this.wake(), this.options.sweepMs ?? 2000), setInterval(() => void this.checkStreams().catch((error: unknown) => this.log.warn({ error: reasonOf(error) }, 'streams could not be checked')), this.options.checkMs ?? 5000)];
    try {
      await this.options.link.connect();
      this.js = this.options.link.jetstream();
      const tend = () => void this.store.tendPartitions(this.streams.maxAgeDays).catch((error: unknown) => this.log.warn({ error: reasonOf(error) }, 'partitions not tended'));
      tend();
      timers.push(setInterval(tend, 3600_000));
      await this.streams.repair(await this.options.link.manager());
      while (!this.stop.signal.aborted) await this.round();
    } catch (error) {
      this.fail(error);
    } finally {
      signal.removeEventListener('abort', end);
      for (const stop of stops) stop();
      for (const timer of timers) clearInterval(timer);
      while (this.queue.inFlight > 0) await sleep(2);
      this.markAtOnce();
      await this.marking?.catch(() => undefined);
      if (this.acked.length > 0) await this.mark().catch(() => undefined);
    }
    if (this.failure !== undefined) throw this.failure;
  }

  private fail(error: unknown): void {
    this.failure ??= error;
    this.stop.abort();
    this.wake();
  }

  /** One look at the outbox, then publishing until there is room or reason for the next. */
  private async round(): Promise<void> {
    const bound = this.options.inFlight ?? 256;
    if (this.woken && this.queue.waiting < bound * 4) {
      this.woken = false;
      this.markedMeanwhile = new Set();
      const rows = await this.store.unsent(this.queue.inHand, bound * 2);
      this.queue.add(rows.filter((row) => !this.markedMeanwhile.has(row.id))); // the read may be older than the mark
      if (rows.length === bound * 2) this.woken = true;
    }
    while (this.queue.inFlight < bound && !this.stop.signal.aborted) {
      const row = this.queue.next();
      if (!row) break;
      void this.deliver(row);
    }
    if (this.woken && this.queue.waiting < bound * 4) return;
    await new Promise<void>((resolve) => {
      this.wakeUp = resolve;
      if (this.stop.signal.aborted) resolve();
    });
  }

  /** Publishes one row until it is acknowledged; without end, since PostgreSQL holds it. */
  private async deliver(row: OutboxRow): Promise<void> {
    for (let tries = 0; !this.stop.signal.aborted; tries++) {
      try {
        await this.publish(row);
        this.sent++;
        this.acked.push(row);
        this.queue.done(row);
        this.options.onSent?.(row.event, (Date.now() - row.created_at.getTime()) / 1000);
        this.markSoon();
        this.wakeUp();
        return;
      } catch (error) {
        if (tries === 2) void this.checkStreams().catch(() => undefined);
        if (tries % 20 === 0) this.log.warn({ event: row.event, id: row.event_id, tries, error: reasonOf(error) }, 'publishing failed; trying again');
        await sleep(backOff(retrySteps, tries), this.stop.signal);
      }
    }
    this.queue.done(row);
    this.wakeUp();
  }

  private async publish(row: OutboxRow): Promise<void> {
    if (this.options.link.status !== 'up') throw new Error('NATS is away'); // or the client would keep it and send it at a time of its own
    const stream = streamOf(row.scope, this.options.pod).name;
    const subject = eventSubject({ ...row, pod: this.options.pod });
    const headers = toHeaders({
      id: row.event_id, event: row.event, source: `${this.options.pod}/${row.territory}/${row.service}`, territory: row.territory, aggregate: row.aggregate,
      seq: row.seq, time: row.created_at.toISOString(), payload: undefined, ...(row.traceparent ? { traceparent: row.traceparent } : {}),
    });
    failPoint('relay-before-publish');
    const ack = await this.js.publish(subject, row.payload, { msgID: row.event_id, headers, expect: { streamName: stream } });
    failPoint('relay-after-publish');
    this.streams.acked(stream, ack.seq);
  }

  /** Marks what was acknowledged, many at a time: what comes within a moment, and while another mark is under way. */
  private markSoon(): void {
    if (this.acked.length >= (this.options.inFlight ?? 256)) this.markAtOnce();
    this.marking ??= this.gathered()
      .then(async () => {
        while (this.acked.length > 0) await this.mark();
      })
      .catch((error: unknown) => this.fail(error))
      .finally(() => (this.marking = undefined));
  }

  private gathered(): Promise<void> {
    const cut = new AbortController();
    this.markAtOnce = () => cut.abort();
    if (this.stop.signal.aborted) cut.abort();
    return sleep(this.options.markMs ?? 100, cut.signal);
  }

  /** One of mark and stream check at a time. Once a stream is in doubt, so are its acknowledgements: nothing is marked then. */
  private exclusive<T>(fn: () => Promise<T>): Promise<T> {
    const result = this.gate.then(fn);
    this.gate = result.then(() => undefined, () => undefined);
    return result;
  }

  private mark(): Promise<void> {
    return this.exclusive(async () => {
      if (!this.mayMark) this.acked = [];
      else await this.markNow();
    });
  }

  private async markNow(): Promise<void> {
    const rows = this.acked.splice(0, 1000);
    if (rows.length === 0) return;
    failPoint('relay-before-mark');
    await this.store.markSent(rows);
    failPoint('relay-after-mark');
    this.queue.marked(rows);
    for (const row of rows) this.markedMeanwhile.add(row.id);
    if (this.queue.waiting > 0 || this.woken) this.wakeUp();
  }

  private checkStreams(): Promise<void> {
    return this.exclusive(async () => {
      if (this.stop.signal.aborted) return;
      if (await this.streams.intact(await this.options.link.manager())) return;
      this.mayMark = false;
      this.fail(new Error('a stream is not what it was'));
    });
  }
}
