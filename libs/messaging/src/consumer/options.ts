import type { Log } from '../log.ts';
import type { NatsLink } from '../nats-link.ts';
import type { Leases } from '../leases.ts';
import type { EventRunner } from './event-handler.ts';

/** How a service consumes events, where the defaults do not suit it. */
export interface ConsumerTuning {
  /** Transactions at once in this process, for all territories. Default 32. */
  readonly concurrency?: number;
  /** Transactions at once per territory, below its pool of 4. Default 3. */
  readonly perTerritory?: number;
  /** The most events in one transaction. Default 50. */
  readonly together?: number;
  /**
   * The least time between two transactions of a territory: what comes meanwhile goes together. The first event after a pause never
   * waits. More costs latency and saves work. Default 40 ms.
   */
  readonly gatherMs?: number;
  /** Delays before the retries of a failing event; the last one repeats. Default 1 s, 5 s, 30 s, 60 s, 5 min. */
  readonly retryMs?: readonly number[];
  /** Attempts before an event is buried. Default 8. */
  readonly maxAttempts?: number;
  /** Redelivery by JetStream; kept away by working() while an event is in hand. Default 30 s. */
  readonly ackWaitMs?: number;
  /** Unacknowledged events in hand. Default 2000. */
  readonly maxInHand?: number;
}

/** What a consumer works with. */
export interface ConsumerOptions extends ConsumerTuning {
  readonly pod: string;
  readonly link: NatsLink;
  readonly leases: Leases;
  readonly runner: EventRunner;
  readonly log: Log;
  /** Territories whose data, and so whose dead letters, lie in another database than the pod's; asked anew each time. */
  readonly ownDatabases?: () => readonly string[];
  /** Told the outcome of each event. */
  readonly onOutcome?: (event: string, outcome: 'handled' | 'duplicate' | 'retry' | 'dead', seconds: number) => void;
}

export const retryDefault = [1000, 5000, 30_000, 60_000, 300_000] as const;
export const maxAttemptsDefault = 8;
