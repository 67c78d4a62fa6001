import { eventKey, type EventContract, type EventEnvelope } from '@unityplan/contracts';
import { parseTraceparent, withSpan } from '@unityplan/telemetry';
import { z } from 'zod';
import type { AnyTx, TerritoryTransactor } from '../database.ts';
import type { WireEvent } from '../envelope.ts';
import { failPoint } from '../fail-points.ts';
import { reasonOf } from '../log.ts';
import { MisfitError } from './failures.ts';
import { Inbox } from './inbox.ts';

/** A service's handler of one event; the transaction commits when it returns. */
export interface EventHandler {
  readonly contract: EventContract;
  readonly run: (event: EventEnvelope, tx: AnyTx) => Promise<unknown>;
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
    const { handler, envelope } = this.parse(event);
    return this.traced(event, () =>
      this.transact(event.territory, async (tx) => {
        if (!(await this.inbox.record(tx, event.id))) return 'duplicate';
        await handler.run(envelope, tx);
        if (options.retried) await this.inbox.forgetAttempts(tx, event.id);
        failPoint('consumer-before-commit');
        return 'handled';
      }),
    );
  }

  /** Runs a buried event again inside `tx`; `claim` takes its dead letter in the same transaction. */
  redrive(event: WireEvent, claim: (tx: AnyTx) => Promise<boolean>): Promise<boolean> {
    const { handler, envelope } = this.parse(event);
    return this.traced(event, () =>
      this.transact(event.territory, async (tx) => {
        if (!(await claim(tx))) return false;
        await handler.run(envelope, tx);
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

  transact<T>(territory: string, fn: (tx: AnyTx) => Promise<T>): Promise<T> {
    return territory === 'global' ? this.db.global.transact(fn) : this.db.transact(territory, fn);
  }

  /** Work of the service in its global scope. */
  transactGlobal<T>(fn: (tx: AnyTx) => Promise<T>): Promise<T> {
    return this.db.global.transact(fn);
  }

  private parse(event: WireEvent): { handler: EventHandler; envelope: EventEnvelope } {
    const handler = this.handlers.get(event.event);
    if (!handler) throw new MisfitError(`${this.service} has no handler for ${event.event}`);
    const payload = handler.contract.payload.safeParse(event.payload);
    if (!payload.success) throw new MisfitError(`${event.event} does not fit its contract: ${z.prettifyError(payload.error)}`);
    const { id, territory, aggregate, seq, time, traceparent } = event;
    const { name, version } = handler.contract;
    return { handler, envelope: { id, name, version, territory, aggregate, seq, time, ...(traceparent ? { traceparent } : {}), payload: payload.data } };
  }

  private traced<T>(event: WireEvent, fn: () => Promise<T>): Promise<T> {
    const parent = parseTraceparent(event.traceparent);
    return withSpan(`handle ${event.event}`, { role: 'consumer', service: this.service, ...(parent ? { parent } : {}) }, fn);
  }
}
