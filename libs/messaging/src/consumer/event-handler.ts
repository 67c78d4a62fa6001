import { eventKey, type EventContract, type EventEnvelope } from '@unityplan/contracts';
import { parseTraceparent, withSpan } from '@unityplan/telemetry';
import { z } from 'zod';
import type { AnyTx, TerritoryTransactor } from '../database.ts';
import type { WireEvent } from '../envelope.ts';
import { failPoint } from '../fail-points.ts';
import { reasonOf } from '../log.ts';
import { MisfitError } from './failures.ts';
import { Inbox } from './inbox.ts';

/** A service's handler of one event, or of several in the order they came; the transaction commits after it returns. */
export type EventHandler = { readonly contract: EventContract } & (
  | { readonly run: (event: EventEnvelope, tx: AnyTx) => Promise<unknown> }
  /** The same function for several contracts takes all of their events that come together. */
  | { readonly runAll: (events: readonly EventEnvelope[], tx: AnyTx) => Promise<unknown> }
);
interface Parsed {
  readonly event: WireEvent;
  readonly handler: EventHandler;
  readonly envelope: EventEnvelope;
}

/** Runs events through parse, transaction, inbox and handler: once each, whatever brings them. */
export class EventRunner {
  readonly handlers: ReadonlyMap<string, EventHandler>;
  readonly inbox: Inbox;
  readonly service: string;
  private readonly db: TerritoryTransactor;

  constructor(options: { service: string; db: TerritoryTransactor; handlers: readonly EventHandler[] }) {
    this.service = options.service;
    this.db = options.db;
    this.inbox = new Inbox(options.service);
    this.handlers = new Map(options.handlers.map((handler) => [eventKey(handler.contract), handler]));
  }

  /** One attempt. Throws what the handler threw; nothing is recorded then. */
  async attempt(event: WireEvent, options: { retried?: boolean } = {}): Promise<'handled' | 'duplicate'> {
    const parsed = this.parse(event);
    return this.traced(event, () =>
      this.transact(event.territory, async (tx) => {
        if ((await this.inbox.record(tx, [event.id])).size === 0) return 'duplicate';
        await handle([parsed], tx);
        if (options.retried) await this.inbox.forgetAttempts(tx, event.id);
        failPoint('consumer-before-commit');
        return 'handled';
      }),
    );
  }

  /** One attempt at several events of one territory, in their order and in one transaction: all of them, or none and it throws. */
  async attemptAll(events: readonly WireEvent[]): Promise<('handled' | 'duplicate')[]> {
    if (events.length === 1) return [await this.attempt(events[0]!)];
    const parsed = events.map((event) => this.parse(event));
    return this.transact(events[0]!.territory, async (tx) => {
      const fresh = await this.inbox.record(tx, events.map((event) => event.id));
      const first = parsed.map(({ event }) => fresh.delete(event.id.toLowerCase())); // an event may be in the stream twice
      for (const run of runsOf(parsed.filter((_, n) => first[n]))) {
        await this.traced(run[0]!.event, () => handle(run, tx));
        for (const _ of run) failPoint('consumer-before-commit');
      }
      return first.map((one) => (one ? 'handled' : 'duplicate'));
    });
  }

  /** Runs a buried event again inside `tx`; `claim` takes its dead letter in the same transaction. */
  redrive(event: WireEvent, claim: (tx: AnyTx) => Promise<boolean>): Promise<boolean> {
    const parsed = this.parse(event);
    return this.traced(event, () =>
      this.transact(event.territory, async (tx) => {
        if (!(await claim(tx))) return false;
        await handle([parsed], tx);
        return true;
      }),
    );
  }

  countFailure(event: WireEvent, error: unknown, nextInMs: (count: number) => number): Promise<number> {
    return this.transact(event.territory, (tx) => this.inbox.failed(tx, event.id, reasonOf(error), nextInMs));
  }

  /** Buries it in its territory's database, or in the pod's when the territory is unknown. */
  async bury(event: WireEvent, error: unknown): Promise<void> {
    const bury = (tx: AnyTx) => this.inbox.bury(tx, event, reasonOf(error));
    try {
      await this.transact(event.territory, bury);
    } catch {
      await this.db.global.transact(bury);
    }
  }

  /** In a territory, or in the service's `global` scope. */
  transact<T>(territory: string, fn: (tx: AnyTx) => Promise<T>): Promise<T> {
    return territory === 'global' ? this.db.global.transact(fn) : this.db.transact(territory, fn);
  }

  private parse(event: WireEvent): Parsed {
    const handler = this.handlers.get(event.event);
    if (!handler) throw new MisfitError(`${this.service} has no handler for ${event.event}`);
    const payload = handler.contract.payload.safeParse(event.payload);
    if (!payload.success) throw new MisfitError(`${event.event} does not fit its contract: ${z.prettifyError(payload.error)}`);
    const { id, territory, aggregate, seq, time, traceparent } = event;
    const { name, version } = handler.contract;
    return { event, handler, envelope: { id, name, version, territory, aggregate, seq, time, ...(traceparent ? { traceparent } : {}), payload: payload.data } };
  }

  private traced<T>(event: WireEvent, fn: () => Promise<T>): Promise<T> {
    const parent = parseTraceparent(event.traceparent);
    return withSpan(`handle ${event.event}`, { role: 'consumer', service: this.service, ...(parent ? { parent } : {}) }, fn);
  }
}

/** Neighbours that one call takes. */
function runsOf(parsed: readonly Parsed[]): Parsed[][] {
  const runs: Parsed[][] = [];
  for (const one of parsed) {
    const last = runs.at(-1);
    if (last && 'runAll' in one.handler && 'runAll' in last[0]!.handler && last[0]!.handler.runAll === one.handler.runAll) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

function handle(run: readonly Parsed[], tx: AnyTx): Promise<unknown> {
  const { handler, envelope } = run[0]!;
  return 'runAll' in handler ? handler.runAll(run.map((one) => one.envelope), tx) : handler.run(envelope, tx);
}
