import type { Lease } from '../leases.ts';
import { reasonOf, silent, type Log } from '../log.ts';
import { backOff, sleep } from '../time.ts';
import { OutboxStore } from './outbox-store.ts';
import { retrySteps, type RelayOptions } from './relay-options.ts';
import { RelaySession } from './relay-session.ts';

/** Carries committed outbox rows to JetStream. One is active per database, by lease; others stand by. */
export class Relay {
  private readonly options: RelayOptions;
  private readonly log: Log;
  private readonly store: OutboxStore;
  private lease: Lease | undefined;
  private session: RelaySession | undefined;

  constructor(options: RelayOptions) {
    this.options = options;
    this.log = options.log ?? silent;
    this.store = new OutboxStore(options.database);
  }

  /** Competes for the lease from now on. */
  start(): void {
    this.lease ??= this.options.leases.hold('relay', (signal) => this.work(signal));
  }

  /** Finishes what is in flight, marks it and gives the lease back. */
  async stop(): Promise<void> {
    await this.lease?.release();
    this.lease = undefined;
  }

  /** Whether this process is the active relay, and how many rows it has in hand. */
  get status(): { active: boolean; inHand: number } {
    return { active: this.session !== undefined, inHand: this.session?.inHand ?? 0 };
  }

  /** Resolves when nothing is unsent. For tests and for a clean stop. */
  async drain(): Promise<void> {
    while ((await this.store.countUnsent()) > 0) {
      this.session?.flush();
      await sleep(5);
    }
  }

  private async work(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures++) {
      const session = (this.session = new RelaySession(this.options, this.store, this.log));
      const ended = await session.run(signal).then(() => undefined, (error: unknown) => error);
      this.session = undefined;
      if (session.sent > 0) failures = 0;
      if (ended === undefined || signal.aborted) continue;
      this.log.warn({ error: reasonOf(ended) }, 'relay starts over');
      await sleep(backOff(retrySteps, failures), signal);
    }
  }
}

