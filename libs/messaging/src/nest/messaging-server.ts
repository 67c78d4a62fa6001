import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { EventContract, RpcContract } from '@unityplan/contracts';
import { isObservable, lastValueFrom } from 'rxjs';
import { Broadcasts } from '../broadcasts.ts';
import { EventConsumer } from '../consumer/event-consumer.ts';
import { EventRunner, type EventHandler } from '../consumer/event-handler.ts';
import type { ConsumerOptions, ConsumerTuning } from '../consumer/options.ts';
import type { TerritoryTransactor } from '../database.ts';
import type { Leases } from '../leases.ts';
import { silent, type Log } from '../log.ts';
import type { NatsLink } from '../nats-link.ts';
import { RpcServer } from '../rpc/rpc-server.ts';
import type { HandlerExtras, ManyExtras } from './decorators.ts';
import { HandlerTable, type Callback } from './handler-table.ts';

/** What the transport of a service works with. */
export interface MessagingServerOptions extends ConsumerTuning {
  readonly service: string;
  readonly pod: string;
  readonly link: NatsLink;
  /** May be shared between all services of a process. */
  readonly leases: Leases;
  /** This service's TerritoryDb. */
  readonly db: TerritoryTransactor;
  readonly log?: Log;
  readonly onOutcome?: ConsumerOptions['onOutcome'];
  readonly ownDatabases?: ConsumerOptions['ownDatabases'];
  /** Contracts to know, for tests; default all of libs/contracts. */
  readonly events?: readonly EventContract[];
  readonly rpcs?: readonly RpcContract[];
}

/**
 * Nest's transport of one service: `@Handles` on the service's durable consumer, `@Hears` on broadcasts, `@Answers` on calls.
 * `app.connectMicroservice({ strategy: new MessagingServer(…) })`; handlers are methods of controllers.
 */
export class MessagingServer extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly table: HandlerTable;
  private readonly options: MessagingServerOptions;
  private consumer: EventConsumer | undefined;
  private answering: RpcServer | undefined;
  private broadcasts: Broadcasts | undefined;
  private runnerOf: EventRunner | undefined;

  constructor(options: MessagingServerOptions) {
    super();
    this.options = options;
    this.table = new HandlerTable(options.service, options);
  }

  /** Nest calls this once per discovered method. The base class would chain or replace a second handler in silence. */
  override addHandler(pattern: unknown, callback: Callback & { extras?: unknown }, _isEventHandler = false, extras: Record<string, unknown> = {}): void {
    this.table.add(String(pattern), settled(callback), extras as Partial<HandlerExtras> | ManyExtras);
  }

  listen(callback: (error?: unknown) => void): void {
    this.begin().then(() => callback(), (error: unknown) => callback(error));
  }

  async close(): Promise<void> {
    this.broadcasts?.close();
    await Promise.all([this.answering?.stop(), this.consumer?.stop()]);
  }

  /** Whether this process is the active consumer of its service. */
  get consuming(): { active: boolean; inHand: number } {
    return this.consumer?.status ?? { active: false, inHand: 0 };
  }

  /** Events as handlers get them, without the bus: for `deliver` of tests and for replays. */
  get runner(): EventRunner {
    if (!this.runnerOf) throw new Error('the messaging server has not started');
    return this.runnerOf;
  }

  get pod(): string {
    return this.options.pod;
  }

  /** Resolves when every event in the streams so far was handled. For tests. */
  async drain(): Promise<void> {
    if (this.table.of('handles').length > 0) await this.consumer?.drain();
  }

  on(): never {
    throw new Error('MessagingServer has no events of its own; use NatsLink.onReconnect');
  }
  unwrap<T>(): T {
    return this.options.link.nc as T;
  }

  private handlers(): EventHandler[] {
    const ofMany = new Map<object, Callback>();
    return this.table.of('handles').map(({ contract, callback, many }): EventHandler => {
      if (!many) return { contract: contract as EventContract, run: callback };
      const runAll = ofMany.get(many) ?? callback;
      ofMany.set(many, runAll);
      return { contract: contract as EventContract, runAll };
    });
  }

  private async begin(): Promise<void> {
    this.table.check();
    const { service, pod, link, leases, db, log = silent, ...tuning } = this.options;
    this.runnerOf = new EventRunner({ service, db, handlers: this.handlers() });
    await link.connect();
    this.consumer = new EventConsumer({ ...tuning, pod, link, leases, log, runner: this.runnerOf });
    this.answering = new RpcServer({ pod, service, link, log, handlers: this.table.of('answers').map(({ contract, callback }) => ({ contract: contract as RpcContract, run: callback })) });
    this.broadcasts = new Broadcasts({ link, pod, service, log });
    for (const { contract, callback } of this.table.of('hears')) this.broadcasts.on(contract as EventContract, async (event) => void (await callback(event)));
    await this.answering.start();
    this.consumer.start();
  }
}

/** Waits for the stream that Nest may answer with; failures are in it, not in the promise. */
function settled(callback: Callback): Callback {
  return async (data, context) => {
    const result = await callback(data, context);
    return isObservable(result) ? lastValueFrom(result, { defaultValue: undefined }) : result;
  };
}
