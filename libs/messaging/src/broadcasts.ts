import { eventKey, type EventContract, type EventOf } from '@unityplan/contracts';
import type { Subscription } from '@nats-io/transport-node';
import { fromMessage } from './envelope.ts';
import { reasonOf, silent, type Log } from './log.ts';
import type { NatsLink } from './nats-link.ts';
import { eventFilter, wakeSubject } from './subjects.ts';

/**
 * Telling every process, at most once: for forgetting what was cached and for waking readers whose truth is in PostgreSQL.
 * What is missed while away is missed; anything that must happen belongs in `@Handles`.
 */
export class Broadcasts {
  private readonly link: NatsLink;
  private readonly pod: string;
  private readonly service: string;
  private readonly log: Log;
  private readonly subscriptions = new Set<Subscription>();

  constructor(options: { link: NatsLink; pod: string; service: string; log?: Log }) {
    this.link = options.link;
    this.pod = options.pod;
    this.service = options.service;
    this.log = options.log ?? silent;
  }

  /** Calls `fn` for each event as it passes, in every process that listens. Answers how to stop. */
  on<E extends EventContract>(contract: E, fn: (event: EventOf<E>) => void | Promise<void>): () => void {
    return this.subscribe(eventFilter(contract), (data) => {
      const { event, payload, source: _source, ...rest } = fromMessage(data);
      if (event !== eventKey(contract)) return;
      return fn({ ...rest, name: contract.name, version: contract.version, payload: contract.payload.parse(payload) } as EventOf<E>);
    });
  }

  /** Wakes every process that waits on the topic (`stream`, `stream.dk`: lower-case tokens). Carries nothing. */
  wake(topic: string): void {
    try {
      this.link.nc.publish(wakeSubject(this.pod, this.service, topic));
    } catch (error) {
      if ((error as Error).name === 'SubjectError') throw error;
      this.log.warn({ topic, error: reasonOf(error) }, 'wake-up not sent');
    }
  }

  /** Calls `fn` on each wake-up of this service's topic, or of another's. Answers how to stop. */
  onWake(topic: string, fn: () => void | Promise<void>, service: string = this.service): () => void {
    return this.subscribe(wakeSubject(this.pod, service, topic), () => fn());
  }

  /** Ends all listening. */
  close(): void {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
    this.subscriptions.clear();
  }

  private subscribe(subject: string, fn: (message: Parameters<typeof fromMessage>[0]) => void | Promise<void>): () => void {
    const subscription = this.link.nc.subscribe(subject, {
      callback: (error, message) => {
        if (error) return this.log.error({ subject, error: reasonOf(error) }, 'broadcast subscription failed');
        Promise.resolve()
          .then(() => fn(message))
          .catch((failure: unknown) => this.log.warn({ subject, error: reasonOf(failure) }, 'broadcast listener failed'));
      },
    });
    this.subscriptions.add(subscription);
    return () => {
      this.subscriptions.delete(subscription);
      subscription.unsubscribe();
    };
  }
}
